/* scanstrings.h - the items of a shared strings part, by scanning (see scan.h). */
#ifndef KP2S_SCANSTRINGS_H
#define KP2S_SCANSTRINGS_H

#include "scan.h"

/* Takes one string; its text is valid during the call; kinds: what it holds, see vector.h, TEXT_WORK when
 * that is not known. False with e filled to stop. */
typedef bool scan_string_fn(void *context, struct str text, unsigned kinds, struct err *e);

/* Reads the whole part, which it takes over. SCAN_UNKNOWN may come after some strings were handed out: all of
 * them must then be read again. */
enum scan_result scanstrings_read(struct zip_part *part, scan_string_fn *take, void *context, struct err *e);

#endif
