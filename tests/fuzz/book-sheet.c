/* A worksheet part of any bytes, read twice: what the scanner reads is what the general parser reads.
 *
 * The scanner is more lenient with broken XML, for it does not look at what it passes over: rows that the
 * general parser gave before it found a fault must be the same, and without a fault so must be all.
 */
#include "limits.h"
#include "rows.h"

#include "../unit/makezip.h"
#include "sheetsurvey.h"
#include "sheetxml.h"
#include "xml.h"

/* Rows as text, each with its cells, and where each row ends. */
struct dump {
    char *text;
    size_t len, rows;
    bool ok;
};

static struct dump read_rows(struct sheetxml *s, struct err *e)
{
    struct dump d = {.ok = s != NULL};
    struct row row;
    int got = s ? 1 : -1;
    FILE *f = open_memstream(&d.text, &d.len);
    while (d.rows < FUZZ_MOST_ROWS && got > 0 && (got = sheetxml_next(s, &row, e)) > 0) {
        fuzz_row(&row);
        d.rows++;
        fprintf(f, "%ld%s", row.number, row.hidden ? " hidden" : "");
        for (size_t i = 0; i < row.n; i++) {
            const struct cell *c = &row.cell[i];
            fprintf(f, "|%d%c", c->col, "tndubel"[c->type]);
            fwrite(c->text.ptr, 1, c->text.len, f);
        }
        fputc('\0', f);
    }
    fclose(f);
    d.ok = got >= 0;
    if (!d.ok)
        fuzz_fault(e);
    sheetxml_close(s);
    return d;
}

static void compare(const struct sheetsource *source)
{
    struct err e1 = {0}, e2 = {0};
    struct dump one = read_rows(sheetxml_open(source, &e1), &e1),
                two = read_rows(sheetxml_open_general(source, &e2), &e2);
    bool same = one.len >= two.len && memcmp(one.text, two.text, two.len) == 0 &&
                (!two.ok || (one.ok && one.len == two.len));
    if (!same)
        fprintf(stderr, "scanned %zu rows (%s): %.3000s\ngeneral %zu rows (%s): %.3000s\n", one.rows, e1.text,
                one.text, two.rows, e2.text, two.text);
    FUZZ_CHECK(same);
    free(one.text);
    free(two.text);
}

/* --- what stands around the rows: read without them, it is what a parser finds that reads all --- */

struct around {
    size_t merged, merged_within; /* outside of the rows, and among them */
    bool within;
};

static void around_start(struct xml *x, const char *name, const char **attributes)
{
    struct around *a = x->context;
    a->within = a->within || strcmp(name, "sheetData") == 0;
    if (strcmp(name, "mergeCell") == 0 && xml_attribute(attributes, "ref"))
        ++*(a->within ? &a->merged_within : &a->merged);
}

static void around_end(struct xml *x, const char *name)
{
    struct around *a = x->context;
    a->within = a->within && strcmp(name, "sheetData") != 0;
}

static void check_survey(const struct sheetsource *source)
{
    struct err e = {0}, e1 = {0}, e2 = {0};
    struct arena a = {0};
    struct survey survey;
    struct around seen = {0};
    struct xml x = {.context = &seen, .start = around_start, .end = around_end};
    bool parsed = xml_read(source->zip, source->entry, &x, &e);
    if (sheetsurvey(source, true, &a, &survey, &e1)) {
        fuzz_survey(&survey);
        FUZZ_CHECK(!parsed ||
                   (survey.ranges >= seen.merged && survey.ranges <= seen.merged + seen.merged_within));
    } else {
        fuzz_fault(&e1);
        FUZZ_CHECK(!parsed || strstr(e1.text, "merged"));
    }
    if (sheetsurvey(source, false, &a, &survey, &e2))
        fuzz_survey(&survey);
    else
        fuzz_fault(&e2);
    arena_done(&a);
}

static const struct strings *shared_strings(void)
{
    static struct strings s;
    if (s.n == 0)
        FUZZ_CHECK(!strings_add(&s, STR("satu"), true) && !strings_add(&s, STR(" dua, \"2\" "), false) &&
                   !strings_add(&s, STR(""), false) && !strings_add(&s, STR("tiga\nbaris"), false));
    return &s;
}

/* --- the mutator: rows that resemble the one before, which chance would hardly make --- */

size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

/* The n-th place of a word, counted around; NULL when there is none. */
static const char *nth(const char *text, size_t size, const char *word, unsigned n)
{
    const char *p = text, *end = text + size, *found = NULL;
    for (unsigned i = 0; i <= n; i++) {
        const char *next = memmem(p, (size_t)(end - p), word, strlen(word));
        if (!next && !found)
            return NULL;
        p = next ? next + 1 : text;
        found = next ? next : found;
    }
    return found;
}

/* Writes a row again as the next one: its number, and that in the references of its cells. */
static void put_row(FILE *f, const char *row, size_t len, long number)
{
    char digits[24];
    size_t n = (size_t)snprintf(digits, sizeof digits, "%ld\"", number);
    for (size_t i = 0; i < len; i++) {
        bool within =
            i >= 3 && (memcmp(row + i - 3, "r=\"", 3) == 0 || (row[i - 1] >= 'A' && row[i - 1] <= 'Z'));
        if (within && len - i >= n && memcmp(row + i, digits, n) == 0) {
            fprintf(f, "%ld\"", number + 1);
            i += n - 1;
        } else {
            fputc(row[i], f);
        }
    }
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
    const char *text = (const char *)data, *end = text + size, *row = nth(text, size, "<row", seed / 4 % 16),
               *behind = row ? memmem(row, (size_t)(end - row), "</row>", 6) : NULL;
    const char *r = behind ? memmem(row, (size_t)(behind - row), " r=\"", 4) : NULL;
    if (seed % 4 > 0 || !r || r[4] < '1' || r[4] > '9')
        return LLVMFuzzerMutate(data, size, most);
    char *copy;
    size_t len;
    FILE *f = open_memstream(&copy, &len);
    put_row(f, row, (size_t)(behind + 6 - row), strtol(r + 4, NULL, 10));
    fclose(f);
    size_t at = (size_t)(behind + 6 - text);
    if (len <= most - size) {
        memmove(data + at + len, data + at, size - at);
        memcpy(data + at, copy, len);
        size += len;
    }
    free(copy);
    return size;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzz_limits("xml-depth=20 merged=50 row-bytes=1K");
    static const unsigned char styles[] = {NUMBER_PLAIN, NUMBER_DATE, NUMBER_TIME, NUMBER_ELAPSED};
    const struct makezip_part part = {.name = "s", .text = size ? (const char *)data : "", .len = size};
    const char *path;
    struct err e = {0};
    int fd = fuzz_file("", 0, &path);
    makezip(path, &part, 1);
    struct zip *z = zip_open(fd, "x", &e);
    FUZZ_CHECK(z);
    const struct sheetsource source = {.zip = z,
                                       .entry = zip_find(z, STR("s")),
                                       .string = shared_strings(),
                                       .style = styles,
                                       .styles = sizeof styles,
                                       .epoch1904 = size % 2};
    compare(&source);
    check_survey(&source);
    zip_close(z);
    return 0;
}
