import { readStoragePageData } from '../shared/page-data.ts';
import { runStoragePage } from '../storage/storage-page.ts';

void runStoragePage(readStoragePageData());
