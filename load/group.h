/* group.h - the first sources of a span of time in one transaction, into a table without keys that then
 * becomes the span's partition.
 *
 * A row that goes into a table with keys costs several times one that goes into a bare table whose keys are
 * made when all are there. So when a stream begins a span of a kind of which nothing is loaded, with a source
 * of GROUP_FROM records or more, or of GROUP_FROM_MANY when more sources are known to follow, the rows of
 * that source and of those that follow it for the same span go there at once, and they are published
 * together, all or none. Readers wait only while the partition is exchanged.
 *
 * Measurements come month by month: when all of the source are of one month, that is the span, and the year's
 * partition, if nothing is in it yet, is divided into its months; the few days of other months that come
 * after all go to theirs. Else it is the year. A source that goes into the year's partition by itself finds
 * it divided, too, so that one short file does not make every later month of the year slow.
 */
#ifndef KP2S_GROUP_H
#define KP2S_GROUP_H

#include "submit.h"

#ifdef KP2S_FAULTS
enum { GROUP_FROM = 2, GROUP_FROM_MANY = 2, GROUP_MOST = 1000 }; /* so that small files reach every point */
#else
enum { GROUP_FROM = 20000, GROUP_FROM_MANY = 1000, GROUP_MOST = 1000 };
#endif

struct grouped {
    struct source source; /* owned */
    struct outcome outcome;
};

struct group {
    struct pg *pg;
    const struct submit_options *options;
    long from; /* so many records the next source must have to begin a span */
    bool open, published;
    enum kind kind;
    char span[8];           /* as partitions are named: 2024, or 2024_08 */
    char part[8];           /* the empty partition that it has until then: span, or its year */
    struct stage_into into; /* where the next sources' rows go at once, while it is open */
    struct grouped *member;
    size_t n;
    long *regency; /* of all members: each kabupaten/kota in one of them alone, so that no two tell the same
                      fact */
    size_t regencies;
};

/* So many rows of a source were read: opens their span for it, if it can be made anew. */
bool group_begin(struct group *g, const struct source *source, long rows, struct err *e);
/* After a source failed: what was begun of it is gone, the members before stay. */
bool group_undo(struct group *g, struct err *e);
/* Takes a staged source, which is then the group's; *taken false: it is to be submitted by itself, after the
 * group. */
bool group_take(struct group *g, struct source *source, bool *taken, struct err *e);
/* Publishes the members (without any, nothing, but rows of a source that was not taken stay staged), which
 * stay until group_done(). A member with two records for the same fact is no member any more: e tells of it,
 * false is returned, and the others are published. After any other failure none of them is there. */
bool group_publish(struct group *g, struct err *e);
/* Divides the years of a source of measurements that is to be submitted by itself, as far as nothing is in
 * them, in a transaction of its own; a year that others work with at this moment stays whole. */
bool group_divide(struct group *g, const struct source *source, struct err *e);
/* Forgets the members, published or not. */
void group_done(struct group *g);

#endif
