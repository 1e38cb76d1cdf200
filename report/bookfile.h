/* bookfile.h - a workbook as a file that appears whole or not at all. */
#ifndef KP2S_REPORT_BOOKFILE_H
#define KP2S_REPORT_BOOKFILE_H

#include "book.h"

#include <sys/types.h>

/* Who may read it, less what umask takes. */
enum { BOOKFILE_PUBLIC = 0644, BOOKFILE_GOVERNMENT = 0640 };

/* Has fill put the sheets into a new workbook, and gives it its name once it is written. The book's texts are
 * in the arena. */
bool bookfile_write(const char *path, mode_t mode, const struct data *data,
                    void (*fill)(struct book *book, const void *with), const void *with, struct arena *a,
                    struct err *e);

#endif
