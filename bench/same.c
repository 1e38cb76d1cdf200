/* same - whether two CSV files hold the same cells, however they are spelled.
 *
 * In: what ought to come out, and what a peer wrote. Two cells are the same when their texts are, or both are
 * numbers that are the same double (14.1 and 14.099999999999999645), or both the same day (2024-08-09 and
 * 2024/08/09); quotes that are not needed, CR before LF and empty cells at the end of a row do not count.
 * Out: one line; status 1 and the first difference when they are not the same.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_CELLS = 64, MOST_TEXT = 1024 };

struct csv {
    const char *at, *end;
    size_t cells;
    char cell[MOST_CELLS][MOST_TEXT];
};

static struct csv expected, found;

static void open_csv(struct csv *c, const char *path)
{
    struct stat st;
    int fd = open(path, O_RDONLY);
    if (fd < 0 || fstat(fd, &st) != 0) {
        fprintf(stderr, "same: cannot read '%s'\n", path);
        exit(2);
    }
    const char *bytes = st.st_size > 0 ? mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0) : "";
    close(fd);
    if (bytes == MAP_FAILED) {
        fprintf(stderr, "same: cannot map '%s'\n", path);
        exit(2);
    }
    c->at = bytes;
    c->end = bytes + st.st_size;
    if (st.st_size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0)
        c->at += 3;
}

static void next_cell(struct csv *c, char *to)
{
    size_t len = 0;
    bool quoted = false;
    for (; c->at < c->end && (quoted || (*c->at != ',' && *c->at != '\n')); c->at++)
        if (*c->at == '"' && quoted && c->at + 1 < c->end && c->at[1] == '"')
            to[len < MOST_TEXT - 1 ? len++ : len] = *c->at++;
        else if (*c->at == '"')
            quoted = !quoted;
        else
            to[len < MOST_TEXT - 1 ? len++ : len] = *c->at;
    if (len > 0 && to[len - 1] == '\r')
        len--;
    to[len] = '\0';
}

/* False at the end of the file. */
static bool next_row(struct csv *c)
{
    if (c->at >= c->end)
        return false;
    c->cells = 0;
    do {
        next_cell(c, c->cell[c->cells < MOST_CELLS - 1 ? c->cells++ : c->cells]);
    } while (c->at < c->end && *c->at++ == ',');
    while (c->cells > 0 && c->cell[c->cells - 1][0] == '\0')
        c->cells--;
    return true;
}

static bool same_number(const char *a, const char *b)
{
    char *end_a, *end_b;
    double x = strtod(a, &end_a), y = strtod(b, &end_b);
    return *a != '\0' && *b != '\0' && *end_a == '\0' && *end_b == '\0' && x == y;
}

static bool same_day(const char *a, const char *b)
{
    return strlen(a) == 10 && strlen(b) == 10 && a[4] == '-' && a[7] == '-' && b[4] == '/' && b[7] == '/' &&
           memcmp(a, b, 4) == 0 && memcmp(a + 5, b + 5, 2) == 0 && memcmp(a + 8, b + 8, 2) == 0;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: same EXPECTED FOUND\n");
        return 2;
    }
    open_csv(&expected, argv[1]);
    open_csv(&found, argv[2]);
    long row = 0, cells = 0, spelled = 0;
    for (bool more = true; more; row++) {
        bool other = next_row(&found);
        more = next_row(&expected);
        if (more != other) {
            printf("row %ld: %s\n", row + 1, more ? "missing" : "one too many");
            return 1;
        }
        for (size_t i = 0; more && i < MOST_CELLS && (i < expected.cells || i < found.cells); i++) {
            const char *a = i < expected.cells ? expected.cell[i] : "",
                       *b = i < found.cells ? found.cell[i] : "";
            bool equal = strcmp(a, b) == 0;
            if (!equal && !same_number(a, b) && !same_day(a, b)) {
                printf("row %ld, column %zu: '%.40s' ought to be '%.40s'\n", row + 1, i + 1, b, a);
                return 1;
            }
            cells++;
            spelled += !equal;
        }
    }
    printf("%ld cells, %ld of them spelled in another way\n", cells, spelled);
    return cells > 0 ? 0 : 1;
}
