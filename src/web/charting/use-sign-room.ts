import { useQueryClient } from "@tanstack/react-query";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { MemberPart, SharedPart } from "#domain/charting/member-note.ts";
import { readSessionRoom, signSession } from "#domain/charting/session-room.api.ts";
import type { SessionRoom } from "#domain/charting/session-room.ts";
import type { Input } from "#domain/contract/route.ts";
import { isSharedReady } from "#web/charting/room-open.ts";
import type { RoomModel } from "#web/charting/room-model.ts";
import type { RowView } from "#web/charting/room-view.ts";
import { roomWords } from "#web/charting/room-words.ts";
import { call } from "#web/platform/call.ts";
import { notify } from "#web/platform/notices.ts";
import { useAct } from "#web/platform/use-act.ts";

const wholePart = ({ part }: RowView): MemberPart | null => {
  const { objectiveId, participation, response, progress, risk, sentence } = part;
  if (!objectiveId || !participation || !response || !progress || !risk || !sentence) return null;
  return {
    objectiveId,
    participation,
    response,
    progress,
    risk,
    sentence,
    nextStep: part.nextStep ?? null,
  };
};

const wholeShared = ({ view }: RoomModel): SharedPart | null => {
  const { topic, whatWeDid, howItWent, curriculum, interventions, nextTime } = view.sharedPart;
  if (!topic || !whatWeDid || !howItWent) return null;
  return {
    topic,
    whatWeDid,
    howItWent,
    curriculum: curriculum ?? null,
    interventions: interventions ?? [],
    nextTime: nextTime ?? null,
  };
};

/** Exactly what is on the screen, with what the signer saw of attendance and drafts. */
const signedInput = (model: RoomModel, fresh: SessionRoom): Input<typeof signSession> => {
  const shared = wholeShared(model);
  const byId = new Map(fresh.rows.map((row) => [row.patientId, row]));
  return {
    sessionId: fresh.session.id,
    shared:
      fresh.shared.note === null && shared !== null
        ? { fields: shared, revision: fresh.shared.draft.revision }
        : null,
    rows: model.view.rows.flatMap((view) => {
      const part = view.state === "ready" ? wholePart(view) : null;
      const row = byId.get(view.row.patientId);
      if (!part || !row) return [];
      return [
        {
          patientId: row.patientId,
          ...part,
          attendanceVersion: row.attendance.version,
          revision: row.draft.revision,
        },
      ];
    }),
    acknowledged: [...model.acknowledged],
  };
};

const settledText = (value: unknown): string =>
  typeof value === "string" ? value.replaceAll(/\s+/gu, " ").trim() : JSON.stringify(value ?? null);

/** True where the server's draft says what the screen says: nobody wrote there meanwhile. */
const isWhatIsSeen = (model: RoomModel, fresh: SessionRoom): boolean =>
  model.view.rows
    .filter(({ state }) => state === "ready")
    .every((view) => {
      const row = fresh.rows.find(({ patientId }) => patientId === view.row.patientId);
      return Object.entries(view.part).every(([name, value]) => {
        const field = Object.entries(row?.draft.fields ?? {}).find(([key]) => key === name)?.[1];
        return settledText(value) === settledText(field?.value);
      });
    });

export interface SignRoom {
  readonly sign: () => Promise<void>;
  readonly busy: boolean;
}

/** Signs every row that is ready. First the server must have everything; nothing is signed that was not seen. */
export const useSignRoom = (model: RoomModel): SignRoom => {
  const { t } = useLingui();
  const client = useQueryClient();
  const [isPreparing, setPreparing] = useState(false);
  const about = `signature of ${model.room.session.id}`;
  const refuse = (text: string): null => {
    notify({ text, tone: "risk", about });
    return null;
  };
  const act = useAct(signSession, {
    words: roomWords,
    about,
    changes: ["session", "note"],
    done: ({ notes }) => {
      const count = notes.length;
      return notes.some(({ state }) => state === "waiting")
        ? t`${count} signed. They wait for the cosignature.`
        : t`${count} signed.`;
    },
  });
  const prepare = async (): Promise<Input<typeof signSession> | null> => {
    if (model.contradictions.length > 0)
      return refuse(t`Not signed: two devices disagree. Decide at the top of the room, then sign.`);

    if (model.isCutOff || !(await model.settled()))
      return refuse(
        t`Not signed: this needs the network. Everything is kept ready; sign when it is back.`,
      );

    const { id: sessionId } = model.room.session;
    const fresh = await call(readSessionRoom, { sessionId });
    client.setQueryData([readSessionRoom.path, { sessionId }], fresh);
    if (!isWhatIsSeen(model, fresh))
      return refuse(t`Not signed: somebody wrote here while you signed. Read it, then sign again.`);

    return signedInput(model, fresh);
  };
  return {
    busy: act.busy || isPreparing,
    sign: async () => {
      if (act.busy || isPreparing || model.view.readyCount === 0 || !isSharedReady(model.view))
        return;
      setPreparing(true);
      const input = await prepare().catch(() => null);
      setPreparing(false);
      if (input && input.rows.length > 0) await act.run(input);
    },
  };
};
