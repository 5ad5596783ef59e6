import { startPage } from '../shared/start-page.ts';
import { createTrainerApi } from '../trainer/trainer-api.ts';
import '../trainer/trainer-page.ts';

void startPage((api, { returnUrl }) =>
  Object.assign(document.createElement('mgv-trainer-page'), { api: createTrainerApi(api), returnUrl }),
);
