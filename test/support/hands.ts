import type { Locator, Page } from "@playwright/test";

/** Counts what hands do: an action chooses, moves or confirms; letters are counted apart. */
export class Hands {
  actions = 0;
  letters = 0;
  private readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  async tap(what: Locator): Promise<void> {
    this.actions += 1;
    await what.click();
  }
  async press(key: string): Promise<void> {
    this.actions += 1;
    await this.page.keyboard.press(key);
  }
  async type(words: string): Promise<void> {
    this.letters += words.length;
    await this.page.keyboard.insertText(words);
  }
  /** Goes to a field and writes into it. */
  async write(field: Locator, words: string): Promise<void> {
    await this.tap(field);
    await this.type(words);
  }
  /** Goes to a day on the calendar, `YYYY-MM-DD`, and types its digits: the browser puts them in their places. */
  async date(field: Locator, day: string): Promise<void> {
    this.actions += 1;
    this.letters += day.replaceAll("-", "").length;
    await field.fill(day);
  }
  /** Opens a list and takes one of it. */
  async choose(field: Locator, label: string): Promise<void> {
    this.actions += 2;
    await field.selectOption({ label });
  }
  /** Goes to a field that is searched by typing, writes, and takes what is found first. */
  async pick(field: Locator, words: string, option: Locator): Promise<void> {
    await this.write(field, words);
    await this.tap(option.first());
  }
}
