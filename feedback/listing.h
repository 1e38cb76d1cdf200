/* listing.h - the sheet that is put first: what was marked, with a link to each cell, and how it is told. */
#ifndef KP2S_LISTING_H
#define KP2S_LISTING_H

#include "advice.h"
#include "package.h"
#include "styles.h"

/* A name that no sheet has: "Catatan KP2S", or with a number. Lives in the package's arena. */
struct str listing_name(struct package *p);

/* The sheet as a part; archive_begin() came before. converted: the file was no .xlsx. */
void listing_write(const struct marks *m, struct package *p, const struct styles *styles, bool converted,
                   struct archive *into);

#endif
