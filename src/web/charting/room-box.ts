import {
  emptyBox,
  isEmpty,
  type OtherBox,
  type RoomBoxContent,
  type Said,
} from "#web/charting/room-box-content.ts";
import { holdOrWait, holdWhileHere } from "#web/platform/page-lock.ts";
import { openVault } from "#web/platform/open-vault.ts";
import type { Nearness } from "#web/platform/nearness.ts";
import { whoIsHere } from "#web/platform/vault-owner.ts";

export interface RoomBox {
  /** Keeps this from now on, instead of what was kept before. */
  readonly save: (content: RoomBoxContent) => void;
  /** As soon as the last word is kept, or it is clear that it cannot be. */
  readonly saved: () => Promise<void>;
  /** `kept`: a closed window, a crash, an empty battery lose nothing. `nowhere`: this browser keeps nothing, only this window does. */
  readonly nearness: () => Nearness;
  /** When everything was looked through that earlier windows left. */
  readonly ready: Promise<void>;
  readonly close: () => void;
}

export interface BoxHears {
  readonly onChange: () => void;
  /** What a window left that is gone. It is this one's now. */
  readonly onFound: (content: RoomBoxContent) => void;
  /** What waits in the other windows of this browser. */
  readonly onOthers: (others: readonly OtherBox[]) => void;
}

const roomPrefix = "room/";
const againMilliseconds = 5_000;
const longestWait = 600;

const nameOf = (sessionId: string, boxId: string): string => `${roomPrefix}${sessionId}/${boxId}`;
const lockOf = (boxId: string): string => `stepwell room ${boxId}`;

/** The sessions of which something waits on this device. */
export const sessionsWithBoxes = async (): Promise<readonly string[]> => {
  const vault = await openVault();
  const names = (await vault?.names(roomPrefix).catch(() => [])) ?? [];
  return [...new Set(names.flatMap((name) => name.split("/")[1] ?? []))];
};

/** Read with what checks it, which is only fetched where something was kept. */
const loadReader = () => import("#web/charting/room-box-read.ts");

/** Each window has a box of its own, so that no two send the same; who is gone leaves it to the others. */
class Box implements RoomBox {
  readonly ready: Promise<void>;
  private readonly id: string = crypto.randomUUID();
  private readonly owner: string;
  private readonly sessionId: string;
  private readonly hears: BoxHears;
  private readonly channel: BroadcastChannel | null;
  private readonly others = new Map<string, OtherBox>();
  private readonly letGo: () => void;
  private content: RoomBoxContent = emptyBox;
  private isKept = true;
  private isSaving = false;
  private hasFailed = false;
  private isClosed = false;
  private listeners: readonly (() => void)[] = [];

  constructor(owner: string, sessionId: string, hears: BoxHears) {
    this.owner = owner;
    this.sessionId = sessionId;
    this.hears = hears;
    this.letGo = holdWhileHere(lockOf(this.id));
    this.channel = "BroadcastChannel" in globalThis ? new BroadcastChannel("stepwell rooms") : null;
    this.channel?.addEventListener("message", ({ data }) => void this.listen(data));
    this.tell(null);
    this.ready = this.lookThrough().catch(() => undefined);
  }

  save(content: RoomBoxContent): void {
    this.content = content;
    this.isKept = false;
    this.tell(this.id);
    void this.keep();
  }

  saved(): Promise<void> {
    if (this.isKept || this.hasFailed) return Promise.resolve();
    return new Promise((resolve) => {
      this.listeners = [...this.listeners, resolve];
      setTimeout(resolve, longestWait);
    });
  }

  nearness(): Nearness {
    if (this.isKept) return "kept";
    return this.hasFailed ? "nowhere" : "on-its-way";
  }

  close(): void {
    this.isClosed = true;
    this.channel?.close();
    this.letGo();
  }

  private tell(boxId: string | null): void {
    const { owner, sessionId, content } = this;
    const said: Said = { owner, sessionId, boxId, content, nearness: this.nearness() };
    if (!this.isClosed) this.channel?.postMessage(JSON.stringify(said));
  }

  private async listen(text: unknown): Promise<void> {
    const said = (await loadReader()).readSaid(text);
    if (this.isClosed || said?.owner !== this.owner || said.sessionId !== this.sessionId) return;
    const { boxId, content, nearness } = said;
    if (boxId === null) {
      this.tell(this.id);
      return;
    }
    const isNew = !this.others.has(boxId);
    this.others.set(boxId, { content, nearness });
    this.hears.onOthers([...this.others.values()]);
    if (isNew) void this.inherit(boxId);
  }

  /** Waits until the other window is gone, then takes over what it left. */
  private async inherit(boxId: string): Promise<void> {
    await holdOrWait(lockOf(boxId), true);
    await this.takeOver(boxId);
  }

  private async lookThrough(): Promise<void> {
    const vault = await openVault();
    const prefix = nameOf(this.sessionId, "");
    const names = (await vault?.names(prefix)) ?? [];
    for (const name of names) {
      const boxId = name.slice(prefix.length);
      if (boxId !== this.id && (await holdOrWait(lockOf(boxId), false))) await this.takeOver(boxId);
    }
  }

  private async takeOver(boxId: string): Promise<void> {
    if (this.isClosed || whoIsHere() !== this.owner) return;
    const name = nameOf(this.sessionId, boxId);
    const vault = await openVault();
    const left = (await loadReader()).readBoxContent(await vault?.get(name));
    this.others.delete(boxId);
    this.hears.onOthers([...this.others.values()]);
    if (!left) return;
    this.hears.onFound(left);
    // Only when this window keeps it is it taken out there: in between it is there twice, and is sent once by its ids.
    await this.saved();
    if (this.isKept) await vault?.remove(name);
  }

  private async keep(): Promise<void> {
    if (this.isSaving) return;
    this.isSaving = true;
    while (!this.isKept && !this.isClosed) {
      const { content } = this;
      this.hasFailed = !(await this.write(content));
      if (this.hasFailed) break;
      this.isKept = content === this.content;
    }
    this.isSaving = false;
    if (this.hasFailed) setTimeout(() => void this.keep(), againMilliseconds);
    for (const listener of this.listeners) listener();
    this.listeners = [];
    if (this.isClosed) return;
    this.tell(this.id);
    this.hears.onChange();
  }

  private async write(content: RoomBoxContent): Promise<boolean> {
    try {
      if (whoIsHere() !== this.owner) return false;
      const vault = await openVault();
      const name = nameOf(this.sessionId, this.id);
      if (isEmpty(content)) await vault?.remove(name);
      else await vault?.put(name, content);
      return vault !== null || isEmpty(content);
    } catch {
      return false;
    }
  }
}

/** Opens this window's box for a session of this person's work. */
export const openRoomBox = (owner: string, sessionId: string, hears: BoxHears): RoomBox =>
  new Box(owner, sessionId, hears);
