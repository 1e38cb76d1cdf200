/* links: transform */
/* Tokens against values computed by openssl(1) with the key 000…001:
 *   printf 'kp2s:nik:v1:3376901503230001' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000…001 */
#include "bearer.h"
#include "identity.h"

#include <criterion/criterion.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static char key_file[] = "/tmp/kp2s-key-XXXXXX";

static struct identity *open_key(const char *text)
{
    struct err e = {0};
    int fd = mkstemp(key_file);
    cr_assert(fd >= 0);
    cr_assert(write(fd, text, strlen(text)) == (ssize_t)strlen(text));
    close(fd);
    struct identity *i = identity_open(key_file, &e);
    unlink(key_file);
    return i;
}

static const char key[] = "0000000000000000000000000000000000000000000000000000000000000001\n";

Test(identity, tokens)
{
    struct identity *i = open_key(key);
    cr_assert(i);
    char token[TOKEN_SIZE];
    cr_expect_str_eq(identity_key_id(i), "9e941dac");
    struct nik nik = nik_read(STR("3376901503230001"));
    identity_of_nik(i, &nik, token);
    cr_expect_str_eq(token, "9b7b89d5e5a8fbb543a926925152c23e");
    struct nik kk = kk_read(STR("3376900207120002"));
    cr_expect_eq(kk.worth, NIK_GOOD);
    identity_of_household(i, &kk, token);
    cr_expect_str_eq(token, "1c296c3a29e78acf29eb7bc60d5afacb");
    cr_expect_eq(kk_read(STR("33769002071200021")).worth, NIK_INVALID);
    cr_expect_eq(kk_read(STR("3376905503230001")).worth, NIK_INVALID); /* no card is issued on the 55th */
    cr_expect_eq(kk_read(STR("0000000000000000")).worth, NIK_DUMMY);
    cr_expect_eq(kk_read(STR("")).worth, NIK_MISSING);
    struct person p = {STR("Anak  Tiga"), STR("Ibu"), STR("2023-03-15"), STR("L"), STR("33.76.02.1002")};
    identity_of_person(i, &p, token);
    cr_expect_str_eq(token, "74c7c726461433edb965353ab7f6c225");
    char other[TOKEN_SIZE];
    p.parent = STR("Ibu Lain");
    identity_of_person(i, &p, other);
    cr_expect_str_neq(token, other);
    identity_close(i);
}

Test(identity, short_or_odd_keys_are_refused)
{
    static const char *const keys[] = {"", "00000000000000000000000000000000000000000000000000000000000001",
                                       "000000000000000000000000000000000000000000000000000000000000000x",
                                       "00000000000000000000000000000000000000000000000000000000000000001"};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        strcpy(key_file, "/tmp/kp2s-key-XXXXXX");
        cr_expect_null(open_key(keys[k]), "key %zu", k);
    }
}

/* Reasons stand behind the rows. */
Test(identity, nik_worth)
{
    static const struct {
        const char *text;
        enum nik_worth worth;
    } rows[] = {
        {"3376901503230001", NIK_GOOD},
        {"3376905503230001", NIK_GOOD},  /* a girl: 55 is the 15th */
        {"'3376901503230001", NIK_GOOD}, /* how text is typed in Excel */
        {"\xE2\x80\x99"
         "3376901503230001",
         NIK_GOOD},                         /* … on a telephone */
        {"\"3376901503230001\"", NIK_GOOD}, /* … by a program */
        {"337602 1503230001", NIK_GOOD},    /* as read aloud */
        {"33.76.90.150323.0001", NIK_GOOD}, /* as on old cards */
        {"337690-150323-0001", NIK_GOOD},
        {"3,376,901,503,230,001", NIK_GOOD}, /* a number with thousands marks */
        {"3.376.901.503.230.001", NIK_GOOD},
        {"3376901503230001.0", NIK_GOOD}, /* a number as programs write it */
        {"3376901503230001,00", NIK_GOOD},
        {"3376901503230001\xC2\xA0", NIK_GOOD}, /* copied from a web page */
        {"\xEF\xBB\xBF"
         "3376901503230001",
         NIK_GOOD},
        {"3376901503230010", NIK_GOOD},       /* one nought behind is a number as others */
        {"33769015032300011", NIK_TEMPORARY}, /* the mother's and one digit */
        {"", NIK_MISSING},
        {"-", NIK_MISSING},
        {"0", NIK_MISSING},
        {"3.30101E+15", NIK_DAMAGED}, /* ten digits are gone */
        {"7,31E+15", NIK_DAMAGED},
        {"7,31204E15", NIK_DAMAGED},
        {"337690150323000", NIK_INVALID},    /* 15 digits */
        {"337690150323000123", NIK_INVALID}, /* 18 */
        {"3376********0001", NIK_INVALID},   /* masked */
        {"337690150323000A", NIK_INVALID},
        {"3376901503230001 / 3376905503230001", NIK_INVALID}, /* two of them: whose? */
        {"E+15", NIK_INVALID},
        {"0000000000000000", NIK_DUMMY},
        {"9999999999999999", NIK_DUMMY},
        {"99999999999999999", NIK_DUMMY}, /* of 17 digits, too */
        {"1234567890123456", NIK_DUMMY},
        {"9876543210987654", NIK_DUMMY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(nik_read(str_c(rows[i].text)).worth, rows[i].worth, "'%s'", rows[i].text);
}

/* Parts of a good number that no NIK has, each put in its place. */
Test(identity, nik_parts)
{
    static const struct {
        size_t at;
        const char *digits;
        enum nik_worth worth;
    } rows[] = {
        {12, "1000", NIK_DAMAGED}, /* rounded: no kecamatan has a thousand births a day */
        {0, "0", NIK_INVALID},     /* no province */
        {0, "10", NIK_INVALID},     {0, "20", NIK_INVALID},   {0, "22", NIK_INVALID},
        {0, "98", NIK_INVALID},     {6, "00", NIK_INVALID},   /* no day */
        {6, "32", NIK_INVALID},     {6, "40", NIK_INVALID},   /* 40 is no girl's day */
        {6, "72", NIK_INVALID},     {9, "0", NIK_INVALID},    /* no month */
        {8, "1", NIK_INVALID},      {6, "3002", NIK_INVALID}, /* 30 February */
        {7, "11111111", NIK_DUMMY},                           /* a kecamatan and one digit */
        {15, "0", NIK_DUMMY},                                 /* serials begin with 1 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char text[] = "3376901503230001";
        memcpy(text + rows[i].at, rows[i].digits, strlen(rows[i].digits));
        cr_expect_eq(nik_read(str_c(text)).worth, rows[i].worth, "'%s'", text);
    }
}

/* What is taken away changes nothing of the number. */
Test(identity, nik_digits)
{
    static const char *const texts[] = {"3376901503230001", "33.76.90.150323.0001", "'3376 9015 0323 0001",
                                        "3376901503230001.0", "3,376,901,503,230,001"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        cr_expect_str_eq(nik_read(str_c(texts[i])).digits, "3376901503230001");
    char code[6];
    struct nik nik = nik_read(str_c(texts[0]));
    nik_regency(&nik, code);
    cr_expect_str_eq(code, "33.76");
}

Test(identity, nik_against_birth_and_sex)
{
    struct date birth = {2023, 3, 15}, other = {2023, 3, 16};
    struct nik boy = nik_read(STR("3376901503230001")), girl = nik_read(STR("3376905503230001"));
    cr_expect_not(nik_disagrees(&boy, &birth, 'L'));
    cr_expect(nik_disagrees(&boy, &birth, 'P'));
    cr_expect(nik_disagrees(&boy, &other, 'L'));
    cr_expect_not(nik_disagrees(&girl, &birth, 'P'));
    cr_expect(nik_disagrees(&girl, &birth, 'L'));
    cr_expect_not(nik_disagrees(&girl, NULL, 0));
}

/* A label would make one child of twins. */
Test(identity, names)
{
    static const struct {
        const char *text;
        bool name;
    } rows[] = {
        {"Nowira Demuwan", true},
        {"Bayu", true},       /* begins like Bay…, is none */
        {"An. Nowira", true}, /* "anak" as a title */
        {"Anak Satu", true},
        {"By Ny Siti 2", true}, /* which of the twins */
        {"By. Ny. Siti II", true},
        {"Ny. Siti", true}, /* a grown woman's */
        {"By Ny Siti", false},
        {"BY. NY. SITI", false},
        {"Bayi Ibu Siti", false},
        {"Bayi", false},
        {"bayi 1", false}, /* whose? */
        {"Anak", false},
        {"Anak Ibu Siti", false},
        {"An Ny Siti", false},
        {"NN", false},
        {"Belum ada nama", false},
        {"Tanpa nama", false},
        {"xxx", false},
        {"A", false},
        {"-", false},
        {"", false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(identity_is_name(str_c(rows[i].text)), rows[i].name, "'%s'", rows[i].text);
}

Test(identity, bearers)
{
    struct bearers s = {0};
    struct date day = {2023, 3, 15}, other = {2023, 3, 16};
    struct bearer a = bearer_make("1", STR("NOWIRA"), &day, 'L'),
                  b = bearer_make("1", STR("BUDI"), &other, 'L'), c = bearer_make("1", STR(""), NULL, 'P'),
                  d = bearer_make("2", STR("NOWIRA"), &day, 'L');
    a.row = 2;
    d.row = 3;
    cr_expect_null(bearer_first(&s, &a));
    cr_expect_null(bearer_first(&s, &d));
    const struct bearer *first = bearer_first(&s, &b);
    cr_assert(first);
    cr_expect_eq(first->row, 2);
    cr_expect(bearer_names_differ(first, &b));
    cr_expect(bearer_births_differ(first, &b));
    cr_expect_not(bearer_names_differ(first, &c));
    cr_expect(bearer_births_differ(first, &c));
    bearers_clear(&s);
    cr_expect_null(bearer_first(&s, &d));
    bearers_done(&s);
}

/* The table grows; no number is taken for another's, whatever the order they came in. */
Test(identity, many_bearers)
{
    enum { MANY = 20000 };
    struct bearers s = {0};
    struct date day = {2023, 3, 15};
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < MANY; i++) {
            char digits[16];
            snprintf(digits, sizeof digits, "%u", i);
            struct bearer b = bearer_make(digits, STR("WIRA"), &day, 'P');
            b.row = i;
            cr_expect_null(bearer_first(&s, &b), "%u is new", i);
        }
        for (uint32_t i = MANY; i-- > 0;) {
            char digits[16];
            snprintf(digits, sizeof digits, "%u", i);
            struct bearer b = bearer_make(digits, STR("WIRA"), &day, 'P');
            const struct bearer *first = bearer_first(&s, &b);
            cr_assert(first && first->row == i, "%u was the one", i);
        }
        cr_expect_eq(s.n, MANY);
        bearers_clear(&s);
    }
    bearers_done(&s);
}

/* A day outside of what an entry holds is none, so that it differs from no other. */
Test(identity, births_of_another_century)
{
    struct date old = {1856, 1, 1}, first = {1900, 1, 1}, last = {2079, 6, 5}, after = {2079, 6, 6};
    struct bearer a = bearer_make("1", STR(""), &old, 0), b = bearer_make("1", STR(""), &first, 0),
                  c = bearer_make("1", STR(""), &last, 0), d = bearer_make("1", STR(""), &after, 0);
    cr_expect_not(bearer_births_differ(&a, &b));
    cr_expect_eq(b.birth, 1);
    cr_expect(bearer_births_differ(&b, &c));
    cr_expect_not(bearer_births_differ(&c, &d));
}

/* A key that somebody else could put there, change or read is refused. */
Test(identity, key_files)
{
    struct err e = {0};
    char path[] = "/tmp/kp2s-key-XXXXXX", link[sizeof path + 5];
    int fd = mkstemp(path);
    cr_assert(fd >= 0);
    cr_assert(write(fd, key, sizeof key - 1) == sizeof key - 1);
    close(fd);
    struct identity *i = identity_open(path, &e);
    cr_assert(i, "%s", e.text);
    identity_close(i);
    snprintf(link, sizeof link, "%s.link", path);
    cr_assert(symlink(path, link) == 0);
    cr_expect_null(identity_open(link, &e));
    cr_expect_eq(e.status, ST_PERMISSION);
    unlink(link);
    static const mode_t modes[] = {0640, 0604, 0620, 0602, 0700, 0660};
    for (size_t m = 0; m < sizeof modes / sizeof *modes; m++) {
        e = (struct err){0};
        chmod(path, modes[m]);
        cr_expect_null(identity_open(path, &e), "mode %03o", (unsigned)modes[m]);
        cr_expect_eq(e.status, ST_PERMISSION);
    }
    chmod(path, 0400);
    cr_assert((i = identity_open(path, &e)) != NULL);
    identity_close(i);
    if (geteuid() == 0) { /* only root can give a file away */
        e = (struct err){0};
        cr_assert(chown(path, 65534, 65534) == 0);
        cr_expect_null(identity_open(path, &e));
        cr_expect_eq(e.status, ST_PERMISSION);
    }
    unlink(path);
    unlink("/tmp/kp2s-key-fifo-test");
    cr_assert(mkfifo("/tmp/kp2s-key-fifo-test", 0600) == 0);
    e = (struct err){0};
    cr_expect_null(identity_open("/tmp/kp2s-key-fifo-test", &e));
    cr_expect_eq(e.status, ST_CONFIG);
    unlink("/tmp/kp2s-key-fifo-test");
}
