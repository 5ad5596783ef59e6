import { openSelfCheck } from '../self-check/open-self-check.ts';
import { createSelfCheckApi } from '../self-check/self-check-api.ts';
import { startPage } from '../shared/start-page.ts';
import { createTrainerApi } from '../trainer/trainer-api.ts';
import '../trainer/trainer-page.ts';

void startPage((api, { token, frame, returnUrl, review }) => {
  const page = Object.assign(document.createElement('mgv-trainer-page'), {
    api: createTrainerApi(api),
    returnUrl,
    review,
  });
  page.addEventListener('mgv-self-check', () => {
    void openSelfCheck(page, { api: createSelfCheckApi(api, token), frame, returnUrl });
  });
  return page;
});
