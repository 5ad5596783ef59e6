import { expect, it } from 'vitest';
import { Batcher } from './batcher.ts';

it('does together what is asked at the same time, in order', async () => {
  const batches: number[][] = [];
  const batcher = new Batcher<number, number>((items) => {
    batches.push([...items]);
    return Promise.resolve(items.map((item) => item * 2));
  }, 3);
  expect(await Promise.all([1, 2, 3, 4].map((item) => batcher.do(item)))).toEqual([2, 4, 6, 8]);
  expect(batches).toEqual([[1, 2, 3], [4]]);
  expect(await batcher.do(5)).toBe(10);
});

it('fails only the item that fails', async () => {
  const batcher = new Batcher<number, number>((items) =>
    items.includes(2) ? Promise.reject(new Error('two')) : Promise.resolve([...items]),
  );
  const results = await Promise.allSettled([1, 2, 3].map((item) => batcher.do(item)));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(await batcher.do(4)).toBe(4);
});

it('fails everything when there is no database, and recovers', async () => {
  let up = false;
  const batcher = new Batcher<number, number>((items) =>
    up ? Promise.resolve([...items]) : Promise.reject(new Error('down')),
  );
  const results = await Promise.allSettled([1, 2].map((item) => batcher.do(item)));
  expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  up = true;
  expect(await batcher.do(3)).toBe(3);
});
