# Answers of GET /api/users to lines of an import. With --slurpfile secrets rows of the shop's table of users join them.
($ARGS.named.secrets // [] | INDEX(.user_id | tostring)) as $rows
| .users[]
| ($rows[.user_id | tostring] // {}) as $row
| {
    kind: {A: "staff", C: "customer", V: "vendor"}[.user_type],
    numbers: {cscart: (.user_id | tonumber)},
    login: .user_login,
    email,
    firstName: .firstname,
    lastName: .lastname,
    phone,
    company: (.company_id | tonumber),
    companyText: .company,
    active: (.status == "A"),
    root: (.is_root == "Y"),
    created: (.timestamp | tonumber | todate),
    password: (if ($row.password // "" | test("^[0-9a-fA-F]{32}$")) and ($row.salt // "") == ""
               then {md5: $row.password} else null end),
    keys: (if ($row.api_key // "") != "" then [{system: "cscart", secret: $row.api_key}] else null end)
  }
| with_entries(select(.value != null and .value != ""))
