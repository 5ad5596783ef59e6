import { AssignmentSettingsSchema } from '@mgv/contracts';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { scenarioOf, settingsOf, itemOf } from '../launch/link-settings.ts';
import { toContentItem } from './content-item.ts';

const settings = fc.record({
  title: fc.string({ minLength: 1, maxLength: 255 }).filter((text) => text.trim() !== '' && !text.includes('$')),
  points: fc.integer({ min: 1, max: 100_000 }).map((hundredths) => hundredths / 100),
  attempts: fc.option(fc.integer({ min: 1, max: 20 })),
  counts: fc.constantFrom('last' as const, 'best' as const),
  results: fc.constantFrom('per-step' as const, 'after-hand-in' as const, 'after-release' as const),
});
const moment = fc.option(fc.date({ noInvalidDate: true }).map((date) => date.toISOString()));
const dates = fc.record({ opensAt: moment, dueAt: moment, closesAt: moment });
const accept = fc.record({
  acceptLineItem: fc.constantFrom(true, false, null),
  targets: fc.uniqueArray(fc.constantFrom('frame', 'iframe', 'window', 'embed')),
});
const itemId = '0d9f7a52-54f0-4d0c-a2f3-7a1c7e1f0001';

it('lti-139, lti-141 sends texts alone, and finds in them at the launch what was chosen', () => {
  fc.assert(
    fc.property(settings, dates, accept, (chosen, when, facts) => {
      const choice = { scenarioId: 'signalen', settings: AssignmentSettingsSchema.parse(chosen), dates: when };
      const item = toContentItem(choice, { facts, publicUrl: 'https://tool.example', itemId });
      for (const value of Object.values(item.custom)) expect(typeof value).toBe('string');
      expect(settingsOf(item.custom)).toEqual(choice.settings);
      expect(itemOf(item.custom)).toBe(itemId);
      expect(scenarioOf(item.custom, item.url)).toBe('signalen');
      // A copy may lose its custom parameters; the address stays.
      expect(scenarioOf({}, item.url)).toBe('signalen');
    }),
  );
});

it('lti-133, lti-135, lti-138 has a line item unless the platform takes none, and one way to show it', () => {
  fc.assert(
    fc.property(settings, accept, (chosen, facts) => {
      const choice = {
        scenarioId: 'signalen',
        settings: AssignmentSettingsSchema.parse(chosen),
        dates: { opensAt: null, dueAt: null, closesAt: null },
      };
      const item = toContentItem(choice, { facts, publicUrl: 'https://tool.example', itemId });
      expect(item.lineItem === undefined).toBe(facts.acceptLineItem === false);
      if (item.lineItem) {
        expect(item.lineItem.scoreMaximum).toBeGreaterThan(0);
        expect(item.lineItem.label.trim()).not.toBe('');
      }
      expect(item.iframe !== undefined).toBe(facts.targets.includes('iframe'));
      expect(item.window !== undefined).toBe(facts.targets.includes('window') && !facts.targets.includes('iframe'));
      expect(item).not.toHaveProperty('available');
      expect(item).not.toHaveProperty('submission');
    }),
  );
});
