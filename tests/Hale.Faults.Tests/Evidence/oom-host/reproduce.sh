#!/bin/sh
# seen: replayed: the machine is shared, so its memory is not used up; a stub `dmesg` prints what the kernel (6.1) writes then, with this container's
# id. clear: killed through the engine, with nothing in the kernel's log. blind: no engine.
. "$(dirname "$0")/../../Reproduce/lib.sh"

plain seen
docker compose up -d >/dev/null 2>&1
id=$(docker compose ps -q --no-trunc app)
kill -9 "$(docker inspect --format '{{.State.Pid}}' "$id")"
sleep 2
mkdir bin
cat >bin/dmesg <<END
#!/bin/sh
echo '[ 8123.501213] oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=$id,mems_allowed=0,global_oom,task_memcg=/docker/$id,task=sleep,pid=4711,uid=0'
echo '[ 8123.501221] Out of memory: Killed process 4711 (sleep) total-vm:5472kB, anon-rss:88kB, file-rss:1280kB, shmem-rss:0kB, UID:0 pgtables:48kB oom_score_adj:0'
END
chmod +x bin/dmesg
PATH=$PWD/bin:$PATH record seen-replayed-kernel-log
blind blind-no-engine
gone

plain clear
docker compose up -d >/dev/null 2>&1
docker compose kill >/dev/null 2>&1
record clear-killed-by-user
gone
