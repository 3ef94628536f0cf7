import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More than there are places for the focus on any page of a story. */
const MOST = 150;

type Role = Parameters<Page['getByRole']>[0];

/** What somebody does who has no mouse. It fails where the focus comes to a place and cannot be seen there. */
export class Keyboard {
  constructor(private readonly page: Page) {}

  /** Goes on with Tab until what has this role and name has the focus. */
  async goTo(role: Role, name: string | RegExp): Promise<void> {
    const wanted = this.page.getByRole(role, typeof name === 'string' ? { name, exact: true } : { name });
    await wanted.first().waitFor();
    for (let pressed = 0; pressed < MOST; pressed++) {
      await this.page.keyboard.press('Tab');
      await this.seesFocus();
      if (await hasFocus(wanted)) return;
    }
    throw new Error(`Tab does not lead to ${role} ${String(name)}, but to ${await this.focused()}`);
  }

  async press(role: Role, name: string | RegExp, key = 'Enter'): Promise<void> {
    await this.goTo(role, name);
    await this.page.keyboard.press(key);
  }

  async fill(name: string | RegExp, text: string, role: Role = 'textbox'): Promise<void> {
    await this.goTo(role, name);
    await this.page.keyboard.type(text);
  }

  /** Opens a menu, and takes what is named there. */
  async choose(menu: string | RegExp, item: string): Promise<void> {
    await this.press('button', menu);
    const wanted = this.page.getByRole('menuitem', { name: item, exact: true });
    await wanted.waitFor();
    for (let pressed = 0; !(await hasFocus(wanted)); pressed++) {
      expect(pressed, item).toBeLessThan(MOST);
      await this.page.keyboard.press('ArrowDown');
    }
    await this.seesFocus();
    await this.page.keyboard.press('Enter');
  }

  /** After something has gone the focus is somewhere on the page, from where one goes on. */
  async keepsFocus(): Promise<void> {
    await expect.poll(() => this.focused()).not.toMatch(/^(BODY|nothing)/);
  }

  /** Where the focus was before a dialog, it is again. */
  async isAt(role: Role, name: string): Promise<void> {
    const wanted = this.page.getByRole(role, { name, exact: true });
    await expect.poll(() => hasFocus(wanted)).toBe(true);
  }

  private async seesFocus(): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const focused = document.activeElement;
      // the browser's own surroundings come between the last place and the first
      if (focused === null || focused === document.body) return true;
      const around = [focused, focused.parentElement, focused.parentElement?.parentElement];
      return around.some((each) => {
        if (each == null) return false;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(each);
        return outlineStyle !== 'none' && outlineWidth !== '0px' && outlineColor !== 'rgba(0, 0, 0, 0)';
      });
    });
    if (!seen) throw new Error(`The focus cannot be seen at ${await this.focused()}`);
  }

  private focused(): Promise<string> {
    return this.page.evaluate(() => {
      const { activeElement: at } = document;
      return at === null ? 'nothing' : `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent}`;
    });
  }
}

function hasFocus(wanted: Locator): Promise<boolean> {
  return wanted.evaluateAll((all) => all.some((each) => each === document.activeElement));
}
