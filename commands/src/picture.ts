import { writeFileSync } from 'node:fs';
import { ARCHITECTURE, dependencyPicture, withPicture } from './picture/dependency-picture.ts';

/** `npm run -s picture`: draws the picture of dependencies in docs/architecture.md anew. */
writeFileSync(ARCHITECTURE, withPicture(dependencyPicture()));
