/* looks for any of a million texts in files, whatever the case of their letters
 *
 * in:  find SEEDS FILE…: a text of 9 bytes or more on each line of SEEDS
 * out: a line for each text that was found, as it stands in SEEDS, with the file; status 0 also when none was
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { WINDOW = 9, LONGEST = 100, BITS = 27 };

struct seed {
    const char *text; /* in small letters, NUL-terminated */
    uint64_t hash;    /* of its first WINDOW bytes */
    struct seed *next;
    int found;
};

static unsigned char filter[1 << (BITS - 3)];
static struct seed *table[1 << 21], *seeds;
static size_t seed_count;

static char *slurp(const char *path, size_t *len)
{
    struct stat st;
    FILE *f = fopen(path, "r");
    if (!f || fstat(fileno(f), &st) != 0) {
        perror(path);
        exit(66);
    }
    char *text = malloc((size_t)st.st_size + 1);
    if (!text)
        abort();
    *len = fread(text, 1, (size_t)st.st_size, f);
    text[*len] = '\0';
    fclose(f);
    for (size_t i = 0; i < *len; i++)
        if (text[i] >= 'A' && text[i] <= 'Z')
            text[i] = (char)(text[i] + 32);
    return text;
}

static uint64_t hash_of(const char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    word = (word ^ (uint64_t)(unsigned char)p[8] << 56) * 0x9E3779B97F4A7C15u;
    return word ^ word >> 32;
}

static void read_seeds(const char *path)
{
    size_t len, lines = 0;
    char *text = slurp(path, &len);
    for (size_t i = 0; i < len; i++)
        lines += text[i] == '\n';
    seeds = calloc(lines + 1, sizeof *seeds);
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        size_t n = strlen(line);
        if (n < WINDOW || n > LONGEST) {
            fprintf(stderr, "find: '%s' is too short or too long\n", line);
            exit(2);
        }
        struct seed *s = &seeds[seed_count++];
        *s = (struct seed){.text = line, .hash = hash_of(line)};
        s->next = table[s->hash & ((1 << 21) - 1)];
        table[s->hash & ((1 << 21) - 1)] = s;
        filter[(s->hash >> 21 & ((1 << BITS) - 1)) >> 3] |= (unsigned char)(1 << (s->hash >> 21 & 7));
    }
}

static void look_at(const char *path)
{
    size_t len;
    char *text = slurp(path, &len);
    for (size_t i = 0; i + WINDOW <= len; i++) {
        uint64_t hash = hash_of(text + i);
        if (!(filter[(hash >> 21 & ((1 << BITS) - 1)) >> 3] & 1 << (hash >> 21 & 7)))
            continue;
        for (struct seed *s = table[hash & ((1 << 21) - 1)]; s; s = s->next)
            if (s->hash == hash && !s->found && strncmp(text + i, s->text, strlen(s->text)) == 0) {
                s->found = 1;
                printf("%s: %s\n", path, s->text);
            }
    }
    free(text);
}

int main(int argc, char **argv)
{
    if (argc < 3)
        return 2;
    read_seeds(argv[1]);
    for (int i = 2; i < argc; i++)
        look_at(argv[i]);
    return fflush(stdout) == 0 ? 0 : 74;
}
