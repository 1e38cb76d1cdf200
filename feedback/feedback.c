/* kp2s-feedback - an agency's own workbook with every cell that was remarked on coloured and commented, and a
 * list of them as first sheet.
 *
 * In: the file, and the record stream in which kp2s-extract, kp2s-transform or kp2s-history --remarks
 * remarked on it. Out: the same workbook (.xlsx, .xlsm), all that is not marked byte for byte as it was;
 * files of other formats as .xlsx. Refused: remarks on another file, by its SHA-256; what cannot be read.
 */
#include "convert.h"
#include "limit.h"
#include "package.h"
#include "patch.h"
#include "sandbox.h"

#include "prog.h"
#include "sha.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <sys/mman.h>
#include <unistd.h>

struct job {
    const char *output, *archive, *limit; /* limit: all of them by limit_given() */
    const char *file, *remarks;
    char path[PATH_MAX]; /* of an original in the archive */
    char sha256[SHA_HEX];
    struct marks marks;
    int copy; /* a file in memory for what is converted */
};

/* --- which file, which remarks --- */

static bool find_original(struct job *j, struct err *e)
{
    struct str sha256 = j->marks.sha256;
    bool long_enough = sha256.len + 1 == SHA_HEX;
    if (!long_enough || snprintf(j->path, sizeof j->path, "%s/%.2s/%.*s", j->archive, sha256.ptr,
                                 STR_ARG(sha256)) >= (int)sizeof j->path)
        return err_set(e, ST_REFUSED, "the stream names no file by its SHA-256");
    j->file = j->path;
    if (access(j->path, F_OK) == 0)
        return true;
    err_set(e, ST_NOINPUT, "the archive has no original of '%.*s': '%s'", STR_ARG(j->marks.file), j->path);
    return err_hint(e, "is --archive right? kp2s-fetch puts originals there");
}

static bool read_marks(struct job *j, struct err *e)
{
    long long bytes;
    if (j->file)
        return sha_file(j->file, j->sha256, &bytes, e) &&
               marks_read(&j->marks, j->remarks, str_c(j->sha256), e);
    return marks_read(&j->marks, j->remarks, STR(""), e) && find_original(j, e) &&
           sha_file(j->file, j->sha256, &bytes, e) &&
           (str_is(j->marks.sha256, j->sha256) ||
            err_set(e, ST_UNREADABLE, "the archived file '%s' was changed: its SHA-256 is %s", j->path,
                    j->sha256));
}

/* --- the workbook --- */

/* Excel opens no workbook whose name and type differ. */
static bool right_ending(const struct job *j, const struct zip *z, struct err *e)
{
    bool macros = false;
    const char *dot = j->output ? strrchr(j->output, '.') : NULL;
    if (z && !package_macros(z, &macros, e))
        return false;
    const char *ending = macros ? ".xlsm" : ".xlsx";
    if (!j->output || strcmp(j->output, "-") == 0 || strncmp(j->output, "/dev/", 5) == 0 ||
        (dot && strcasecmp(dot, ending) == 0))
        return true;
    err_set(e, ST_USAGE, "'%s' must end in %s", j->output, ending);
    return err_hint(e, macros ? "the workbook holds macros, and spreadsheet programs tell that by its name"
                              : "what is given back is a workbook");
}

static void write_out(void *out, const char *data, size_t len)
{
    out_write(out, data, len);
}

static void write_copy(void *job, const char *data, size_t len)
{
    struct job *j = job;
    while (len > 0 && j->copy >= 0) {
        ssize_t n = write(j->copy, data, len);
        if (n < 0 && errno != EINTR) {
            close(j->copy);
            j->copy = -1;
        }
        data += n > 0 ? n : 0;
        len -= n > 0 ? (size_t)n : 0;
    }
}

/* The file as a workbook in memory, which is then marked as any other. */
static struct zip *convert(struct job *j, struct book *b, struct err *e)
{
    struct archive *copy = archive_open(write_copy, j);
    bool ok = convert_book(b, copy, e) && archive_finish(copy, e);
    if (ok && j->copy < 0)
        ok = err_sys(e, "cannot hold '%s' as a workbook", j->file);
    archive_close(copy);
    for (size_t i = 0; ok && i < book_sheets(b); i++) {
        struct marks_sheet *s = marks_of(&j->marks, book_sheet(b, i)->name);
        if (s)
            s->name = convert_name(b, i, &j->marks.arena);
    }
    return ok ? zip_open(j->copy, j->file, e) : NULL;
}

static bool settle(struct job *j, struct book *b, struct err *e)
{
    for (size_t i = 0; i < book_sheets(b); i++) {
        struct marks_sheet *s = marks_of(&j->marks, book_sheet(b, i)->name);
        if (s && !s->found && !marks_settle(s, b, i, e))
            return false;
    }
    return true;
}

static bool write_workbook(struct job *j, struct book *b, struct out *out, struct err *e)
{
    const struct zip *own = book_archive(b);
    if (!right_ending(j, own, e) || !settle(j, b, e))
        return false;
    struct zip *converted = own ? NULL : convert(j, b, e);
    if (!own && !converted)
        return false;
    struct archive *into = archive_open(write_out, out);
    bool ok = patch_workbook(&j->marks, own ? own : converted, !own, into, e) && archive_finish(into, e);
    archive_close(into);
    zip_close(converted);
    return ok;
}

static bool mark(struct job *j, struct err *e)
{
    struct out *out = out_open(j->output, e);
    if (!out)
        return false;
    j->copy = memfd_create("kp2s-feedback", MFD_CLOEXEC);
    sandbox_enter((char *const[]){(char *)(uintptr_t)j->file}, 1, out, NULL);
    struct book *b = book_open(j->file, e);
    bool ok = b && write_workbook(j, b, out, e);
    book_close(b);
    if (j->copy >= 0)
        close(j->copy);
    sandbox_writing(NULL);
    if (ok)
        return out_commit(out, e);
    out_abandon(out);
    return false;
}

/* --- --- */

static bool right_usage(struct job *j, char **operands, int n, struct err *e)
{
    if (!limit_given(e))
        return false;
    if ((n == 1) != (j->archive != NULL)) {
        err_set(e, ST_USAGE,
                n == 1 ? "which file is to be marked is not said"
                       : "a file and --archive exclude each other");
        return err_hint(e, "kp2s-feedback FILE REMARKS, or kp2s-feedback --archive DIR REMARKS");
    }
    j->file = n == 2 ? operands[0] : NULL;
    j->remarks = operands[n - 1];
    if (!out_apart(j->output, j->file, e) || !out_apart(j->output, j->remarks, e))
        return false;
    if (j->output || !isatty(STDOUT_FILENO))
        return true;
    err_set(e, ST_USAGE, "a workbook cannot be shown on a terminal");
    return err_hint(e, "-o FILE.xlsx writes it to a file");
}

static bool run(struct job *j, char **operands, int n, struct err *e)
{
    bool ok = right_usage(j, operands, n, e) && read_marks(j, e) && mark(j, e);
    if (ok)
        prog_log(LOG_INFO, "'%.*s': %ld remarks, %ld of them told, %zu reasons; %.1f s",
                 STR_ARG(j->marks.file), j->marks.n, j->marks.told, j->marks.reasons, prog_seconds());
    marks_done(&j->marks);
    return ok;
}

int main(int argc, char **argv)
{
    struct job job = {.copy = -1};
    const struct option_spec options[] = {
        {'a', "archive", "DIR",
         "take the file from the archive of originals, by the SHA-256 the stream names", &job.archive, NULL},
        {'o', "output", "FILE", "the workbook to write; default: standard output", &job.output, NULL},
        LIMIT_OPTION(&job.limit),
        {0},
    };
    const struct prog prog = {
        .name = "kp2s-feedback",
        .synopsis = "[-o OUT] FILE REMARKS | [-o OUT] --archive DIR REMARKS",
        .about =
            "Gives an agency its own workbook back: every cell that was remarked on is coloured and has a "
            "comment\n"
            "(reason, what was expected, what to do), a first sheet lists them with links; all else stays "
            "byte for\n"
            "byte as it was. Files that are no .xlsx or .xlsm come back as .xlsx. REMARKS is the stream of\n"
            "kp2s-extract, kp2s-transform or kp2s-history --remarks; - is standard input.\n\n" SANDBOX_HELP,
        .examples = "  kp2s-extract x.xlsx | kp2s-transform | kp2s-feedback -o x-catatan.xlsx x.xlsx -\n"
                    "  kp2s-history --remarks 12 | kp2s-feedback --archive inbox -o x-catatan.xlsx -",
        .options = options,
        .min_operands = 1,
        .max_operands = 2,
        .more_help = limit_help,
    };
    char **operands;
    int n, status;
    if (!prog_begin(&prog, argc, argv, &operands, &n, &status))
        return status;
    struct err e = {0};
    run(&job, operands, n, &e);
    return prog_end(&prog, &e);
}
