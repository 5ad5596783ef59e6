import { EnvironmentError, readEnvironment } from '@mgv/service-kit';
import { expect, it } from 'vitest';
import { SettingsSchema } from './settings.ts';

const read = (environment: Record<string, string>) => readEnvironment(SettingsSchema, environment);

it('has a default for everything', () => {
  expect(read({})).toMatchObject({ PUBLIC_URL: 'http://127.0.0.1:3001', DEPLOYMENT_POLICY: 'first' });
});

it.each([
  { PUBLIC_URL: 'https://mgv.example' },
  { PUBLIC_URL: 'http://localhost:3001' },
  { PUBLIC_URL: 'http://[::1]:3001' },
  { PUBLIC_URL: 'http://10.0.0.5', ALLOW_PRIVATE_NETWORKS: '1' },
  { DEPLOYMENT_POLICY: 'park' },
  { DEPLOYMENT_POLICY: 'accept' },
])('takes %j', (environment) => {
  expect(read(environment)).toMatchObject('DEPLOYMENT_POLICY' in environment ? environment : {});
});

it.each([
  { PUBLIC_URL: 'http://mgv.example' },
  { PUBLIC_URL: 'http://127.0.0.1.mgv.example' },
  { PUBLIC_URL: 'http://localhost@mgv.example' },
  { DEPLOYMENT_POLICY: 'maybe' },
])('lti-075 refuses %j, and names it', (environment) => {
  expect(() => read(environment)).toThrow(EnvironmentError);
  expect(() => read(environment)).toThrow(Object.keys(environment)[0]);
});
