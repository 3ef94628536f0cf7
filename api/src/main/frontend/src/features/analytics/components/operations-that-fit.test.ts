import { describe, expect, it } from 'vitest';
import { OPERATIONS } from '@/features/analytics/api/operate';
import { fits } from '@/features/analytics/components/operations-that-fit';
import type { Comparison, Projection, Version } from '@/features/analytics/types/projection';

function version(number: number, more: Partial<Version>): Version {
  return {
    version: number,
    stage: 'live',
    purpose: 'automatic',
    since: '2026-01-02T12:00:00.000Z',
    position: 10,
    lag: 0,
    rate: 0,
    dead_letters: 0,
    ...more,
  };
}

function offered(paused: boolean, ...versions: Version[]) {
  return offeredOf('messages', paused, ...versions);
}

function offeredOf(name: string, paused: boolean, ...versions: Version[]) {
  const projection: Projection = {
    name,
    version: versions.find(({ stage }) => stage === 'live')?.version ?? 1,
    paused,
    stores: [],
    position: 10,
    head: 10,
    lag: 0,
    rate: 0,
    dead_letters: 0,
    versions,
  };
  return OPERATIONS.filter((operation) => fits(operation, projection));
}

const FOUND: Comparison = {
  at: '2026-01-02T12:00:00.000Z',
  position: 10,
  live_dead_letters: 0,
  fresh_dead_letters: 0,
  differing: 2,
  keys: ['messages/a', 'messages/b'],
  repaired: 0,
  stores: [],
};

describe('what operators are offered', () => {
  it('is to build anew, verify and pause, while one version is read', () => {
    expect(offered(false, version(1, {}))).toEqual(['rebuild', 'verify', 'pause']);
  });

  it('is to give up a version that is on its way', () => {
    expect(offered(true, version(1, {}), version(2, { stage: 'filling' }))).toEqual(['cancel', 'resume']);
  });

  it('is to switch to a version that waits for it', () => {
    expect(offered(false, version(1, {}), version(2, { stage: 'ready', purpose: 'manual' }))).toContain(
      'switch',
    );
  });

  it('is to go back to a version that was read, and not to one that was verified with', () => {
    expect(offered(false, version(1, { stage: 'kept' }), version(2, {}))).toContain('rollback');
    expect(
      offered(false, version(1, {}), version(2, { stage: 'kept', purpose: 'verification' })),
    ).not.toContain('rollback');
  });

  it('is to switch to a version that somebody went back from, and not to go back to it', () => {
    const left = offered(false, version(1, {}), version(2, { stage: 'kept' }));
    expect(left).toContain('switch');
    expect(left).not.toContain('rollback');
  });

  it('is nothing with the projection that the others learn from', () => {
    expect(offeredOf('operations', false, version(1, {}))).toEqual([]);
  });

  it('is to repair what a verification found to differ, until that is done', () => {
    const verified = (repaired: number) =>
      version(2, { stage: 'kept', purpose: 'verification', report: { ...FOUND, repaired } });
    expect(offered(false, version(1, {}), verified(0))).toContain('repair');
    expect(offered(false, version(1, {}), verified(2))).not.toContain('repair');
  });
});
