import { expect, people, signInByCode, test } from "./journey.ts";

test("an answer about death on the phone shows help at once, and the task is with staff before the check-in is sent", async ({
  openBrowser,
}) => {
  const page = await openBrowser(null);
  await signInByCode(page, people.otherMember);
  let taps = 0;
  const tap = async (name: string): Promise<void> => {
    await page.getByRole("button", { name, exact: true }).tap();
    taps++;
  };

  await test.step("Given the check-in of today, one question a page", async () => {
    await page.getByRole("link", { name: "Check in, 2 minutes" }).tap();
    for (let number = 1; number <= 8; number++) {
      await expect(page.getByText(`Question ${number} of 10`)).toBeVisible();
      await tap("Several days");
    }
    await expect(page.getByText("Question 9 of 10")).toBeVisible();
  });

  await test.step("When she answers the ninth and the network is gone, help stands there all the same", async () => {
    await page.context().setOffline(true);
    await tap("Several days");
    const help = page.getByRole("main");
    await expect(help.getByRole("heading", { name: "Thank you for telling us" })).toBeFocused();
    await expect(help.getByText("Do not wait for a call.")).toBeVisible();
    await page.context().setOffline(false);
    await expect(help.getByText("has been told and is asked to call you by")).toBeVisible();
    await expect(help.getByRole("link", { name: "Call 988" })).toHaveAttribute("href", "tel:988");
    await expect(help.getByRole("link", { name: "Text HOME to 741741" })).toBeVisible();
    await expect(help.getByRole("link", { name: "Call our line" })).toBeVisible();
  });

  await test.step("Then staff has the task, although nothing was sent", async () => {
    const staff = await openBrowser(people.therapist, { isMobile: false });
    await staff.goto("/staff/tasks?view=all");
    const task = staff
      .getByRole("row")
      .filter({ hasText: "Call Marcus Thibodeaux: answered item 9" });
    await task.getByRole("button", { name: "Take" }).click();
    await expect(task.getByRole("button", { name: "Take" })).toHaveCount(0);
    await task.getByRole("button", { name: "Close", exact: true }).click();
    await staff.getByLabel("How it ended").selectOption("reached");
    await staff.getByRole("button", { name: "Close task" }).click();
    await expect(staff.getByText("Fill this in.").first()).toBeVisible();
    await staff.getByLabel("What was done").fill("Called her. Safe tonight, plan gone through.");
    await staff.getByRole("button", { name: "Close task" }).click();
    await expect(task).toHaveCount(0);
  });

  await test.step("And she goes on: her last answer sends it, in ten taps besides the one past the help", async () => {
    await page.getByRole("button", { name: "Go on with the check-in" }).tap();
    await tap("Not difficult at all");
    await expect(page.getByRole("heading", { name: "Thank you", exact: true })).toBeVisible();
    expect(taps).toBeLessThanOrEqual(10);
  });

  await test.step("Then what she sent can be read again", async () => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Me" }).tap();
    await page.getByRole("link", { name: "See answers" }).first().tap();
    const answers = page.getByRole("main");
    await expect(answers.getByText("Not difficult at all")).toBeVisible();
    await expect(answers.getByText("Several days")).toHaveCount(9);
  });
});
