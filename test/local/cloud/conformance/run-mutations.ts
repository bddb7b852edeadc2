/** The same as `npm run conform -- <word>`. */
import '../../../../scripts/conform';
