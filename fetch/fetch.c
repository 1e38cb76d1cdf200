/* kp2s-fetch - what agencies dropped or publish, into the archive, unchanged.
 *
 * In: directories, files and addresses of files and folders (https, http, ftps, ftp, sftp), as operands or
 * from a list of sources.
 * Out: the bytes as ARCHIVE/ab/SHA256, a line in ARCHIVE/index.csv, and on standard output what there is, new
 * or known. It never looks into a file. Passed over: names that begin with "." or "~$", what is still being
 * written, symbolic links below a directory. Refused: what cannot be read or pulled; the others are fetched
 * all the same.
 */
#include "folder.h"
#include "inbox.h"
#include "pull.h"
#include "recall.h"

#include "out.h"
#include "prog.h"

struct fetch {
    struct archive *archive;
    struct out *out;
    struct tally tally;
};

static void print(struct out *out, const struct fetched *f, struct str name, const char *origin)
{
    struct arena a = {0};
    struct str field[] = {
        f->known ? STR("known") : STR("new"),
        str_c(f->sha),
        arena_printf(&a, "%lld", f->bytes),
        str_utf8(&a, name),
        f->path,
        str_utf8(&a, str_c(origin)),
    };
    for (size_t i = 0; i < sizeof field / sizeof *field; i++) {
        if (i > 0)
            out_comma(out);
        out_field(out, field[i]);
    }
    out_line(out);
    arena_done(&a);
}

static void stored(struct fetch *r, const struct fetched *f, struct str name, const char *origin)
{
    r->tally.known += f->known;
    r->tally.fresh += !f->known;
    print(r->out, f, name, origin);
}

/* Fetches one file; *fatal is filled when the archive itself fails. */
static void fetch_file(struct fetch *r, const struct found *file, struct err *fatal)
{
    struct fetched f = {0};
    if (inbox_store(file, r->archive, &f, &r->tally, fatal))
        stored(r, &f, str_c(base_name(file->path)), file->path);
}

static void fetch_target(struct fetch *r, struct remote *remote, const struct target *target,
                         struct err *fatal)
{
    struct arena a = {0};
    struct str name = {0};
    struct err own = {0};
    struct fetched f = {0};
    switch (pull(remote, target, r->archive, &a, &name, &f, &own, fatal)) {
    case PULL_STORED:
        stored(r, &f, name, target->shown);
        break;
    case PULL_EMPTY:
        tally_passed(&r->tally, target->shown, "empty, or still being written");
        break;
    case PULL_REST:
        tally_passed(&r->tally, target->shown, "changed too recently to be complete");
        break;
    case PULL_BUSY:
        tally_passed(&r->tally, target->shown, "another run is fetching it");
        break;
    case PULL_NO_FILE:
        r->tally.passed++;
        break;
    case PULL_FAILED:
        source_place(remote->source, &own);
        if (fatal->status == 0)
            tally_fault(&r->tally, &own);
    }
    arena_done(&a);
}

/* A file, or those that a folder holds. */
static void fetch_address(struct fetch *r, const struct source *s, struct err *fatal)
{
    struct arena a = {0};
    struct err own = {0};
    struct remote remote;
    struct target one = {.url = s->url, .shown = s->shown};
    struct folder folder = {&one, 1};
    if (remote_open(&remote, s, &own) && (!s->lists || folder_list(&remote, &a, &folder, &r->tally, &own)))
        for (size_t i = 0; i < folder.n && fatal->status == 0; i++)
            fetch_target(r, &remote, &folder.file[i], fatal);
    remote_close(&remote);
    if (own.status != 0) {
        source_place(s, &own);
        tally_fault(&r->tally, &own);
    }
    arena_done(&a);
}

/* Files first, then addresses in the order in which they are named. */
static void fetch_all(struct fetch *r, const struct inbox *in, const struct sources *s, struct err *e)
{
    long all = (long)in->n, done = 0;
    for (size_t i = 0; i < s->n; i++)
        all += s->source[i].url != NULL;
    for (size_t i = 0; i < in->n && e->status == 0; i++) {
        fetch_file(r, &in->file[i], e);
        prog_progress("files", ++done, all);
    }
    for (size_t i = 0; i < s->n && e->status == 0; i++)
        if (s->source[i].url) {
            fetch_address(r, &s->source[i], e);
            prog_progress("files", ++done, all);
        }
}

static bool read_sources(struct sources *s, const char *list, char **operands, int n, struct err *e)
{
    if (n == 0 && !list) {
        err_set(e, ST_USAGE, "no source given");
        return err_hint(e, "name files, directories or addresses, or a list of them with --sources");
    }
    for (int i = 0; i < n; i++)
        if (!sources_operand(s, operands[i], e))
            return false;
    return !list || sources_list(s, list, e);
}

static void run(const char *folder, const char *output, const struct sources *s, struct err *e)
{
    struct inbox in = {0};
    struct fetch r = {0};
    const struct tally *t = &r.tally;
    if (!folder) {
        err_set(e, ST_USAGE, "no archive given");
        err_hint(e, "name its directory with --archive");
        return;
    }
    if (inbox_gather(&in, s, &r.tally, e) && (r.archive = archive_open(folder, e))) {
        recall_sweep(folder);
        r.out = out_open(output, e);
    }
    if (r.out) {
        out_write(r.out, "state,sha256,bytes,name,path,origin\n", 36);
        fetch_all(&r, &in, s, e);
    }
    if (r.out && e->status == 0)
        out_commit(r.out, e);
    else
        out_abandon(r.out);
    if (r.archive && e->status == 0)
        prog_log(LOG_INFO, "new %ld, known %ld, passed over %ld, failed %ld; %.1f s", t->fresh, t->known,
                 t->passed, t->failed, prog_seconds());
    if (t->first.status != 0)
        err_set(e, t->first.status, "%ld of the sources could not be fetched, the others were", t->failed);
    archive_close(r.archive);
    inbox_done(&in);
}

int main(int argc, char **argv)
{
    const char *folder = NULL, *list = NULL, *output = NULL;
    const struct option_spec options[] = {
        {'a', "archive", "DIR", "the archive (made when it is not there)", &folder, NULL},
        {'s', "sources", "FILE", "also fetch from the sources listed in FILE", &list, NULL},
        {'o', "output", "FILE", "write to FILE instead of standard output", &output, NULL},
        {0},
    };
    const struct prog p = {
        .name = "kp2s-fetch",
        .synopsis = "--archive DIR [--sources FILE] [-o OUT] [SOURCE…]",
        .about =
            "Copies files, the files in directories, and what addresses (https, http, ftps, ftp, sftp)\n"
            "give, unchanged into the archive as DIR/ab/SHA256, notes them in DIR/index.csv and prints\n"
            "state,sha256,bytes,name,path,origin, the file changed longest ago first, then the addresses.\n"
            "An address that ends in / gives the files of a folder, by https and http of WebDAV.\n"
            "What begins with . or ~$, is empty or still being written is passed over, and below a\n"
            "directory symbolic links and what is no ordinary file.",
        .examples = "  kp2s-fetch --archive /var/lib/kp2s/archive /srv/inbox\n"
                    "  kp2s-fetch --archive /var/lib/kp2s/archive --sources /etc/kp2s/sources.ini",
        .options = options,
        .min_operands = 0,
        .max_operands = -1,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    struct sources s = {0};
    if (read_sources(&s, list, operands, n, &e))
        run(folder ? sources_path(&s.arena, folder) : NULL, output, &s, &e);
    sources_done(&s);
    return prog_end(&p, &e);
}
