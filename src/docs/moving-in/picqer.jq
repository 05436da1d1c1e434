# Answers of GET /api/v1/users/{iduser}, one after the other, to lines of an import.
# Times stay as they are: they are in the account's zone, and so is what an import is told without an offset.
def permission: {
    "stock.manual_change": "stock:change",
    "products.show_fixedstockprice": "stock:view_cost",
    "warehouses.stock_value": "warehouses:view_value",
    "exports_imports": "data:export_import"
  }[.] // sub("\\."; ":");
def locale: {nl: "nl_NL", en: "en_US", de: "de_DE", fr: "fr_FR"}[.] // "en_US";

{
  kind: "staff",
  numbers: {picqer: .iduser},
  login: .username,
  email: .emailaddress,
  firstName: (.first_name // .firstname),
  lastName: (.last_name // .lastname),
  locale: (.language | if . then locale else null end),
  packingStation: .idpacking_station,
  admin, active,
  granted: [.rights[]? | select(.granted) | .right | permission],
  created: .created_at,
  updated: .updated_at,
  lastLogin: .last_login_at
}
| with_entries(select(.value != null))
