root=env-dotenv-missing
about="the file that env_file names is missing, its template is there"
. "$root_folder/proof/stacks/queue.sh"
project() { queue; sed -i '/REDIS_HOST: redis/c\    env_file: queue.env' compose.yaml; printf 'REDIS_HOST=redis\nREDIS_PORT=6379\n' >queue.env.example; }
working() { queue_works; }
