import { createSelfCheckApi } from '../self-check/self-check-api.ts';
import '../self-check/self-check-page.ts';
import { startPage } from '../shared/start-page.ts';

void startPage((api, { token, frame, returnUrl }) =>
  Object.assign(document.createElement('mgv-self-check-page'), {
    api: createSelfCheckApi(api, token),
    frame,
    returnUrl,
  }),
);
