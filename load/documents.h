/* documents.h - whether the archive still has the documents that facts of evidence tell, each by its SHA-256.
 */
#ifndef KP2S_DOCUMENTS_H
#define KP2S_DOCUMENTS_H

#include "out.h"
#include "pg.h"

struct documents {
    long told, lost; /* documents of facts; of these missing in the archive, or changed there */
};

/* Looks for each document of the submissions, "{1,2}", and writes a line for each that is lost, in the
 * columns of kp2s-verify. False when the work cannot go on. */
bool documents_verify(struct pg *pg, const char *archive, const char *submissions, struct out *out,
                      struct documents *d, struct err *e);

#endif
