about="a script for the first start of the database was added after it"
mend=no
. "$root_folder/proof/stacks/shop.sh"
project() { shop; }
inject() {
  healthy_first
  "$HALE" down
  echo "CREATE TABLE prices (name text);" >prices.sql
  sed -i 's|"./seed.sql:|"./prices.sql:/docker-entrypoint-initdb.d/prices.sql:ro", "./seed.sql:|' compose.yaml
  sed -i 's|^volumes:$|  check:\n    image: hale.local/stand-in/postgres:17\n    entrypoint: ["psql", "-c", "select * from prices"]\n    environment: {PGHOST: db, PGUSER: shop, PGPASSWORD: first, PGDATABASE: shop}\n    depends_on: {db: {condition: service_healthy}}\nvolumes:|' compose.yaml
}
intact() { lamp_is_there; }
