/* drift.h - how the headings of a sheet differ from those that a layout knows: told, refused or accepted as
 * the layout says.
 */
#ifndef KP2S_DRIFT_H
#define KP2S_DRIFT_H

#include "fit.h"

#include "stream.h"

/* The sheet's headings that the layout neither reads nor knows, quoted, each with the missing heading that it
 * is like; empty when there are none. lost: the first missing ones. In the arena. */
struct str drift_strange(const struct plan *plan, const struct variants *const *lost, size_t n,
                         struct arena *a);
/* False when the layout refuses files whose headings differ so. file: its name, for the message. */
bool drift_refuse(const struct book *b, const struct layout *l, const struct fit *f, struct str file,
                  struct err *e);
/* Notes column-new and column-gone, where the layout warns of them. */
void drift_notes(const struct layout *l, const struct plan *plan, struct str sheet, struct stream_writer *w);

#endif
