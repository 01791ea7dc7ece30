import { listClaimFiles, readClaimFile } from "#domain/billing/claims/claim-file.api.ts";
import { sentFileOf } from "#edi/999/sent-file.ts";
import { contentAcknowledgment } from "#edi/999/stand-in-acknowledgment.ts";
import { ask, expect, people, test } from "./journey.ts";

test("what a clearinghouse answers is taken in, and what it rejected is sent again", async ({
  openBrowser,
}) => {
  const page = await openBrowser(people.biller);
  const { rows } = await ask(page, listClaimFiles, { limit: 200 });
  const file = rows.find(
    ({ form, standing, claims }) => form === "professional" && standing === "waiting" && claims > 1,
  );
  if (file === undefined) throw new Error("no file of several claims waits for an answer");
  const whole = await ask(page, readClaimFile, { claimFileId: file.id });
  const sent = sentFileOf(
    new TextEncoder().encode(whole.segments.map((one) => `${one}~`).join("")),
  );
  if (sent === null) throw new Error("a file of ours cannot be read");
  const named = whole.rows[0];
  const answer = { control: 7001, date: "20261123", time: "0900" };
  const errors = ["IK3*CLM*22*2300*8", `CTX*CLM01:${named?.control}`, "IK4*5:1*1331*7"];

  await test.step("Given a biller who takes in what came back by one key", async () => {
    await page.goto("/staff/billing/files");
    await expect(page.getByRole("table", { name: "Files" })).toBeVisible();
    await page.keyboard.press("t");
    const panel = page.getByRole("dialog", { name: "Take in answers" });
    await panel.getByLabel("Answers", { exact: true }).setInputFiles([
      {
        name: "rejected.999",
        mimeType: "text/plain",
        buffer: Buffer.from(contentAcknowledgment(sent, { ...answer, verdict: "R", errors })),
      },
      { name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("Dear partner") },
    ]);
    await panel.getByRole("button", { name: "Take in" }).click();
    await expect(panel.getByText(`rejected: all ${file.claims} claims`)).toBeVisible();
    await expect(panel.getByText("This is no X12 file.")).toBeVisible();
    await panel.getByRole("link", { name: file.payer.name }).click();
  });

  await test.step("Then the file says what it asks for, and the others go again in one act", async () => {
    await expect(page.getByText("The payer has none of its claims.")).toBeVisible();
    await expect(page.getByRole("list", { name: "What the answer names" })).toContainText(
      "CLM05-1: not a valid code",
    );
    await page.getByRole("button", { name: `Send ${file.claims - 1} again` }).click();
    await expect(
      page.getByText(/made again\. (It goes|They go) with the next file\./),
    ).toBeVisible();
  });

  await test.step("And the claim that was named is sent again once it is mended", async () => {
    await page
      .getByRole("list", { name: "What the answer names" })
      .getByRole("link", { name: named?.control ?? "" })
      .click();
    await expect(page.getByRole("heading", { name: /^Rejected unread on/ })).toBeVisible();
    await page.getByRole("button", { name: "Send again" }).click();
    const panel = page.getByRole("dialog", { name: "Send this claim again" });
    await panel.getByRole("button", { name: "Send again" }).click();
    await expect(page.getByText(/^It takes the place of claim/)).toBeVisible();
    const after = await ask(page, readClaimFile, { claimFileId: file.id });
    expect(after.file).toMatchObject({ standing: "rejected", toSendAgain: 0 });
  });
});
