/* links: transform */
/* Tokens against values computed by openssl(1) with the key 000…001:
 *   printf 'kp2s:nik:v1:3376901503230001' | openssl dgst -sha256 -mac HMAC -macopt hexkey:000…001 */
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

Test(identity, nik_worth)
{
    static const struct {
        const char *text;
        enum nik_worth worth;
    } rows[] = {
        {"3376901503230001", NIK_GOOD},
        {"'3376901503230001", NIK_GOOD},
        {"337602 1503230001", NIK_GOOD},
        {"33.76.90.150323.0001", NIK_GOOD},
        {"3376901503230001.0", NIK_GOOD},
        {"3376901503230001\xC2\xA0", NIK_GOOD},
        {"33769015032300011", NIK_TEMPORARY},
        {"", NIK_MISSING},
        {"-", NIK_MISSING},
        {"0", NIK_MISSING},
        {"3.30101E+15", NIK_DAMAGED},
        {"7,31E+15", NIK_DAMAGED},
        {"7,31204E15", NIK_DAMAGED},
        {"337690150323000", NIK_INVALID},
        {"337690150323000123", NIK_INVALID},
        {"3376********0001", NIK_INVALID},
        {"337690150323000A", NIK_INVALID},
        {"0376901503230001", NIK_INVALID},
        {"E+15", NIK_INVALID},
        {"0000000000000000", NIK_DUMMY},
        {"9999999999999999", NIK_DUMMY},
        {"1234567890123456", NIK_DUMMY},
        {"3376901503230000", NIK_DUMMY},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        cr_expect_eq(nik_read(str_c(rows[i].text)).worth, rows[i].worth, "'%s'", rows[i].text);
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
