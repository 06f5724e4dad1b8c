import { expect, type Locator, type Page } from '@playwright/test';

/** What a person does, with whatever they have at hand. */
export interface Hands {
  press: (target: Locator) => Promise<void>;
  back: () => Promise<void>;
}

/** A mouse that counts its clicks; going back is one of them. */
export class Mouse implements Hands {
  clicks = 0;

  constructor(private readonly page: Page) {}

  press = async (target: Locator) => {
    this.clicks += 1;
    await target.click();
  };

  back = async () => {
    this.clicks += 1;
    await this.page.goBack();
  };
}

/** No control of a page is further away than this. */
const MOST_TABS = 150;

/** A keyboard: goes to what it presses by Tab, and looks where the focus is on the way. */
export class Keyboard implements Hands {
  constructor(private readonly page: Page) {}

  /** Goes to a control, whose focus has to be seen. */
  reach = async (target: Locator) => {
    await expect(target).toBeVisible();
    if (await isFocused(target)) {
      await this.page.keyboard.press('Shift+Tab');
    }
    const unfocused = await look(target);
    for (let tabs = 0; !(await isFocused(target)); tabs++) {
      expect(tabs, `Tab does not lead to ${String(target)}`).toBeLessThan(MOST_TABS);
      await this.page.keyboard.press('Tab');
    }
    await expect(target).toBeInViewport();
    await expect.poll(() => look(target), 'a focused control looks different').not.toEqual(unfocused);
  };

  press = async (target: Locator) => {
    await this.reach(target);
    await this.page.keyboard.press('Enter');
  };

  /** The key for it is the browser's own, which a driven browser does not hear. */
  back = async () => {
    await this.page.goBack();
  };
}

function isFocused(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** What browsers and Grafana show the focus by: on the control, or on the row of a list that is its active one. */
function look(target: Locator): Promise<string[]> {
  return target.evaluate((element) => {
    const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '');
    return [element, ...(active ? [active] : [])].flatMap((shown) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor } = getComputedStyle(shown);
      return [
        outlineStyle === 'none' ? '' : `${outlineStyle} ${outlineWidth} ${outlineColor}`,
        boxShadow,
        backgroundColor,
      ];
    });
  });
}
