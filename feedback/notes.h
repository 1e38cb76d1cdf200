/* notes.h - the comments of a sheet: a part of their texts, and a drawing (VML) of their boxes.
 *
 * What is there stays; where a marked cell has a comment, our text is added to it, or takes the place of one
 * of ours. Threaded comments are left alone: their text lies elsewhere.
 */
#ifndef KP2S_NOTES_H
#define KP2S_NOTES_H

#include "advice.h"
#include "xmlpipe.h"

struct notes;

/* What is to be told of a sheet's cells; all are borrowed. */
struct notes *notes_open(const struct marks *m, const struct marks_sheet *s);
void notes_close(struct notes *n); /* n may be NULL */
/* True when nothing is told of any cell. */
bool notes_none(const struct notes *n);

/* The two parts, archive_begin() before each; old: the part that was there, or NULL. The comments come first.
 * ns: the namespace of a workbook's elements. */
bool notes_write(struct notes *n, const struct zip *z, const struct zip_entry *old, const char *ns,
                 struct archive *into, struct err *e);
bool notes_draw(struct notes *n, const struct zip *z, const struct zip_entry *old, struct archive *into,
                struct err *e);

#endif
