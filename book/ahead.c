#include "ahead.h"

#include "str.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>

enum {
    BLOCKS = 3, /* one is used, one is full, one is being filled */
    WORTH_A_THREAD = 4 * 1024 * 1024
};

struct block {
    char *bytes; /* behind AHEAD_ROOM bytes */
    size_t len;
    bool full, failed;
};

struct ahead {
    ahead_read_fn *read;
    void *source;
    size_t size; /* of a block */
    struct block block[BLOCKS];
    size_t next;      /* the block that the caller gets next */
    bool used, ended; /* the caller has the block before; the end was handed out */
    struct err e;     /* of a block that failed */

    bool threaded;
    pthread_t thread;
    pthread_mutex_t lock; /* for block[].full and stop */
    pthread_cond_t change;
    bool stop;
};

/* Fills a block as far as the source goes: a block that is not full is the last one but for an empty one. */
static void fill(struct ahead *a, struct block *b)
{
    long n = 1;
    b->len = 0;
    while (b->len < a->size && (n = a->read(a->source, b->bytes + b->len, a->size - b->len, &a->e)) > 0)
        b->len += (size_t)n;
    b->failed = n < 0;
    memset(b->bytes + b->len, 0, AHEAD_SLACK);
}

static void *run(void *context)
{
    struct ahead *a = context;
    for (size_t i = 0;; i = (i + 1) % BLOCKS) {
        struct block *b = &a->block[i];
        pthread_mutex_lock(&a->lock);
        while (b->full && !a->stop)
            pthread_cond_wait(&a->change, &a->lock);
        bool stop = a->stop;
        pthread_mutex_unlock(&a->lock);
        if (stop)
            return NULL;
        fill(a, b);
        bool last = b->failed || b->len == 0;
        pthread_mutex_lock(&a->lock);
        b->full = true;
        pthread_cond_signal(&a->change);
        pthread_mutex_unlock(&a->lock);
        if (last)
            return NULL;
    }
}

static void add_block(struct ahead *a, size_t i)
{
    a->block[i].bytes = (char *)mem_grow(NULL, AHEAD_ROOM + a->size + AHEAD_SLACK) + AHEAD_ROOM;
}

static bool several_processors(void)
{
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 && CPU_COUNT(&set) > 1;
}

static void begin_thread(struct ahead *a)
{
    for (size_t i = 1; i < BLOCKS; i++)
        add_block(a, i);
    pthread_mutex_init(&a->lock, NULL);
    pthread_cond_init(&a->change, NULL);
    a->threaded = pthread_create(&a->thread, NULL, run, a) == 0;
}

struct ahead *ahead_open(ahead_read_fn *read, void *source, uint64_t bytes)
{
    struct ahead *a = mem_alloc(sizeof *a);
    a->read = read;
    a->source = source;
    a->size = bytes < AHEAD_BLOCK ? (size_t)bytes + 1 : AHEAD_BLOCK;
    add_block(a, 0);
    if (bytes >= WORTH_A_THREAD && several_processors())
        begin_thread(a);
    return a;
}

void ahead_close(struct ahead *a)
{
    if (!a)
        return;
    if (a->threaded) {
        pthread_mutex_lock(&a->lock);
        a->stop = true;
        pthread_cond_signal(&a->change);
        pthread_mutex_unlock(&a->lock);
        pthread_join(a->thread, NULL);
        pthread_mutex_destroy(&a->lock);
        pthread_cond_destroy(&a->change);
    }
    for (size_t i = 0; i < BLOCKS; i++)
        if (a->block[i].bytes)
            free(a->block[i].bytes - AHEAD_ROOM);
    free(a);
}

/* Without a thread there is one block, filled anew. */
static struct block *fill_now(struct ahead *a, const char *keep, size_t kept)
{
    struct block *b = &a->block[0];
    if (kept > 0)
        memmove(b->bytes - kept, keep, kept);
    fill(a, b);
    return b;
}

/* The next block of the thread; the one before is given back once what is kept of it was copied. */
static struct block *take(struct ahead *a, const char *keep, size_t kept)
{
    struct block *b = &a->block[a->next], *before = &a->block[(a->next + BLOCKS - 1) % BLOCKS];
    pthread_mutex_lock(&a->lock);
    while (!b->full)
        pthread_cond_wait(&a->change, &a->lock);
    pthread_mutex_unlock(&a->lock);
    if (kept > 0)
        memcpy(b->bytes - kept, keep, kept);
    if (a->used) {
        pthread_mutex_lock(&a->lock);
        before->full = false;
        pthread_cond_signal(&a->change);
        pthread_mutex_unlock(&a->lock);
    }
    a->used = true;
    a->next = (a->next + 1) % BLOCKS;
    return b;
}

char *ahead_next(struct ahead *a, const char *keep, size_t kept, size_t *len, struct err *e)
{
    if (kept > AHEAD_ROOM || a->ended)
        BUG("ahead_next called wrongly");
    struct block *b = a->threaded ? take(a, keep, kept) : fill_now(a, keep, kept);
    *len = b->len;
    a->ended = b->len == 0 || b->failed;
    if (!b->failed)
        return b->bytes - kept;
    *e = a->e;
    return NULL;
}
