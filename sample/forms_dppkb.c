/* Forms of the family planning office: families at risk, Elsimil, contraception, team of companions. */
#include "form.h"

const struct form forms_dppkb[] = {
    {0},
};
