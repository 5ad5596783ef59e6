export * from './environment.ts';
export * from './secrets.ts';
export { serviceAuthorization } from './service-key.ts';
