/* foreign.h - what a file is that is not read, by its first bytes, and the remedy. */
#ifndef KP2S_FOREIGN_H
#define KP2S_FOREIGN_H

#include "str.h"

struct foreign {
    const char *what, *hint; /* "a PNG picture, not a spreadsheet" */
};

/* Of a file that is no workbook and no web page by its first bytes. NULL when it may be delimited text. */
const struct foreign *foreign_is(struct str head);
/* Of what is packed in gzip, where only delimited text is read. NULL as above. */
const struct foreign *foreign_in_gzip(struct str head);

#endif
