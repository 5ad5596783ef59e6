/** The part of ltijs 5.9.9 that we use; the published types describe version 4. */
declare module 'ltijs' {
  interface LtijsDatabase {
    setup(): Promise<boolean>;
    Close(): Promise<boolean>;
    Get(key: string | false, collection: string, query?: Record<string, string>): Promise<object[] | false>;
    Insert(key: string | false, collection: string, item: object, index?: object): Promise<boolean>;
    Replace(
      key: string | false,
      collection: string,
      query: Record<string, string>,
      item: object,
      index?: object,
    ): Promise<boolean>;
    Modify(key: false, collection: string, query: Record<string, string>, modification: object): Promise<boolean>;
    Delete(collection: string, query: Record<string, string>): Promise<boolean>;
  }

  interface LtijsPlatform {
    platformName(): Promise<string>;
    platformUrl(): Promise<string>;
    platformClientId(): Promise<string>;
    platformKid(): Promise<string>;
    platformActive(active?: boolean): Promise<boolean>;
    platformPrivateKey(): Promise<string>;
    platformAuthConfig(): Promise<{ method: string; key: string }>;
    platformAuthenticationEndpoint(): Promise<string>;
    platformAccessTokenEndpoint(): Promise<string>;
    platformAuthorizationServer(): Promise<string>;
  }

  interface LtijsRegistration {
    url: string;
    clientId: string;
    name: string;
    authenticationEndpoint: string;
    accesstokenEndpoint: string;
    authorizationServer?: string;
    authConfig: { method: 'JWK_SET'; key: string };
  }

  interface LtijsProvider {
    setup(key: string, database: { plugin: LtijsDatabase }, options?: { cors?: boolean }): void;
    deploy(options: { serverless: true; silent: true }): Promise<true>;
    registerPlatform(
      platform: LtijsRegistration,
      getPlatform: undefined,
      key: string,
      database: LtijsDatabase,
    ): Promise<LtijsPlatform>;
    getPlatform(url: string, clientId: string, key: string, database: LtijsDatabase): Promise<LtijsPlatform | false>;
    getAllPlatforms(): Promise<LtijsPlatform[]>;
  }

  /** A ready-made instance; its constructor makes others. */
  export const Provider: LtijsProvider & { constructor: new () => LtijsProvider };
}
