/* erased.h - persons who were erased (audit.erased): their records are passed over by every load. */
#ifndef KP2S_LOAD_ERASED_H
#define KP2S_LOAD_ERASED_H

#include "pg.h"

struct erased {
    PGresult *tokens;       /* in the order of bytes */
    struct erased_row *row; /* of the source at hand, that were passed over */
    size_t rows;
    struct arena arena;
};

/* Who was erased until now. Zeroed before; erased_done() frees it in every case. */
bool erased_fetch(struct erased *x, struct pg *pg, struct err *e);
void erased_done(struct erased *x);
bool erased_has(const struct erased *x, struct str token);
/* A record of such a person is passed over. */
void erased_pass(struct erased *x, struct str sheet, struct str row);

/* Within the transaction that loads: ST_TEMPORARY when somebody was erased since erased_fetch(). Until the
 * transaction ends nobody is. */
bool erased_check(const struct erased *x, struct pg *pg, struct err *e);
/* How many records of the submission were passed over, for who compares it with its file; what was remarked
 * on them goes. */
bool erased_record(const struct erased *x, struct pg *pg, const char *submission, struct err *e);

#endif
