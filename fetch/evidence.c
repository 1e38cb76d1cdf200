/* kp2s-evidence - the documents that kabupaten hand in for the items of an instrument, into the archive.
 *
 * In: folders with a folder for each kabupaten/kota, and its documents in it and below.
 * Out: the bytes of each document as ARCHIVE/ab/SHA256, and on standard output their list in the form of
 * layout bukti-butir: year, kabupaten/kota, item, document, SHA-256 and bytes, in order of their names. It
 * never looks into a document. Passed over: what lies in no kabupaten's folder, and what kp2s-fetch passes
 * over. Refused: what cannot be read; the others are listed all the same.
 */
#include "inbox.h"
#include "itemcode.h"

#include "out.h"
#include "prog.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

struct evidence {
    struct archive *archive;
    struct out *out;
    const char *year;
    struct tally tally;
    long without_item, regencies;
    struct str regency; /* of the document listed last */
};

/* Names in strcmp order: those of one folder stand together, also where folders are operands. */
static int by_path(const void *a, const void *b)
{
    return strcmp(((const struct found *)a)->path, ((const struct found *)b)->path);
}

static void list(struct evidence *v, const struct fetched *f, struct str regency, struct str document)
{
    struct arena a = {0};
    struct str item = itemcode_find(&a, document);
    const struct str field[] = {str_c(v->year), str_utf8(&a, regency),
                                item,           str_utf8(&a, document),
                                str_c(f->sha),  arena_printf(&a, "%lld", f->bytes)};
    out_fields(v->out, field, sizeof field / sizeof *field);
    out_line(v->out);
    v->tally.known += f->known;
    v->tally.fresh += !f->known;
    v->without_item += item.len == 0;
    v->regencies += !str_eq(regency, v->regency);
    v->regency = regency;
    arena_done(&a);
}

/* What Windows leaves in every folder. */
static bool of_windows(const char *name)
{
    return strcasecmp(name, "Thumbs.db") == 0 || strcasecmp(name, "desktop.ini") == 0;
}

static void take_all(struct evidence *v, const struct inbox *in, struct err *fatal)
{
    for (size_t i = 0; i < in->n && fatal->status == 0; i++) {
        const struct found *file = &in->file[i];
        struct fetched f = {0};
        struct str document = str_c(file->path + file->root + 1), regency = str_cut(&document, '/');
        if (of_windows(base_name(file->path)))
            v->tally.passed++;
        else if (document.len == 0)
            tally_passed(&v->tally, file->path, "it lies in no folder of a kabupaten/kota");
        else if (inbox_store(file, v->archive, &f, &v->tally, fatal))
            list(v, &f, regency, document);
        prog_progress("documents", (long)i + 1, (long)in->n);
    }
}

static bool read_folders(struct sources *s, char **operands, int n, struct err *e)
{
    struct stat st;
    for (int i = 0; i < n; i++) {
        if (stat(operands[i], &st) != 0)
            return err_sys(e, "cannot read the folder '%s'", operands[i]);
        if (!S_ISDIR(st.st_mode))
            return err_set(e, ST_USAGE, "'%s' is no folder", operands[i]);
        if (!sources_operand(s, operands[i], e))
            return false;
    }
    return true;
}

static bool right_usage(const char *year, const char *archive, struct err *e)
{
    long number;
    if (!year) {
        err_set(e, ST_USAGE, "the performance year is missing");
        return err_hint(e, "kp2s-evidence --year 2024");
    }
    if (strlen(year) != 4 || !str_to_long(str_c(year), &number) || number < 2000 || number > 2100)
        return err_set(e, ST_USAGE, "'%s' is no year", year);
    if (archive && *archive)
        return true;
    err_set(e, ST_USAGE, "no archive given");
    return err_hint(e, "name its directory with --archive, or KP2S_ARCHIVE");
}

static void run(const char *year, const char *folder, const char *output, const struct sources *s,
                struct err *e)
{
    static const char header[] = "Tahun Kinerja,Kabupaten/Kota,Kode Butir,Dokumen,SHA-256,Ukuran (byte)\n";
    struct inbox in = {0};
    struct evidence v = {.year = year};
    const struct tally *t = &v.tally;
    if (inbox_gather(&in, s, &v.tally, e) && (v.archive = archive_open(folder, e)))
        v.out = out_open(output, e);
    if (v.out) {
        if (in.n > 0)
            qsort(in.file, in.n, sizeof *in.file, by_path);
        out_write(v.out, header, sizeof header - 1);
        take_all(&v, &in, e);
    }
    if (v.out && e->status == 0)
        out_commit(v.out, e);
    else
        out_abandon(v.out);
    if (v.archive && e->status == 0)
        prog_log(LOG_INFO,
                 "%ld documents of %ld kabupaten/kota: new %ld, known %ld; without item %ld, passed over "
                 "%ld, failed %ld; %.1f s",
                 t->fresh + t->known, v.regencies, t->fresh, t->known, v.without_item, t->passed, t->failed,
                 prog_seconds());
    if (t->first.status != 0 && e->status == 0)
        err_set(e, t->first.status, "%ld documents or folders could not be read, the others are listed",
                t->failed);
    archive_close(v.archive);
    inbox_done(&in);
}

int main(int argc, char **argv)
{
    const char *year = NULL, *folder = NULL, *output = NULL;
    const struct option_spec options[] = {
        {'y', "year", "YEAR", "performance year that the documents are evidence for", &year, NULL},
        {'a', "archive", "DIR", "the archive (made when it is not there); default KP2S_ARCHIVE", &folder,
         NULL},
        {'o', "output", "FILE", "write the list to FILE instead of standard output", &output, NULL},
        {0},
    };
    const struct prog p = {
        .name = "kp2s-evidence",
        .synopsis = "--year YEAR [--archive DIR] [-o LIST.csv] FOLDER…",
        .about =
            "Copies the documents in the folders of kabupaten/kota, FOLDER/KABUPATEN/…, unchanged into the\n"
            "archive as DIR/ab/SHA256 and lists them in the form of layout bukti-butir, which kp2s-extract\n"
            "reads: year, kabupaten/kota, item, document, SHA-256, bytes. The item is the code with which\n"
            "the file's name begins (1.1, Aksi 5, butir 1.1), else the nearest folder's; where none has one\n"
            "it stays empty. What lies in no kabupaten's folder is passed over, as are the names, links and\n"
            "files that kp2s-fetch passes over.",
        .examples = "  kp2s-evidence --year 2024 --archive archive -o bukti-2024.csv /srv/bukti-2024",
        .options = options,
        .min_operands = 1,
        .max_operands = -1,
    };
    struct err e = {0};
    char **operands;
    int n, status;
    if (!prog_begin(&p, argc, argv, &operands, &n, &status))
        return status;
    struct sources s = {0};
    if (!folder)
        folder = getenv("KP2S_ARCHIVE");
    if (right_usage(year, folder, &e) && read_folders(&s, operands, n, &e))
        run(year, sources_path(&s.arena, folder), output, &s, &e);
    sources_done(&s);
    return prog_end(&p, &e);
}
