import type { AnyRoute } from "#domain/contract/route.ts";
import type { SignedIn } from "#server/access/sign-in.service.ts";
import type { OpenRequest } from "#server/platform/http/on.ts";

/** Hands somebody who has signed in their cookies, and writes it into the trail of the organization they are in. */
export const letIn = (
  request: Pick<OpenRequest<AnyRoute>, "http" | "witness">,
  signedIn: SignedIn,
): SignedIn["answer"] => {
  const { answer, account, organizationId, side, sessionId, token, deviceToken } = signedIn;
  request.http.setSessionCookie(token);
  request.http.setDeviceCookie(deviceToken);
  const line = { organizationId, sessionId, accountId: account.id, actorName: account.name };
  request.witness({ ...line, actorKind: side === "care" ? "patient" : "staff", outcome: "done" });
  return answer;
};
