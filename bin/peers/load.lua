-- For wrk: asks the paths of a file in turn and writes the delays to a report.
-- usage: wrk --script load.lua ADDRESS -- PATHS REPORT

local requests, position = {}, 0
local threads = {}

-- `done` runs in a state of its own: the path of the report comes back through the thread.
function setup(thread)
    threads[#threads + 1] = thread
end

function init(arguments)
    report = arguments[2]
    for line in io.lines(arguments[1]) do
        requests[#requests + 1] = wrk.format("GET", line)
    end
end

function request()
    position = position % #requests + 1
    return requests[position]
end

function done(summary, latency, _)
    local failed = summary.errors
    local out = assert(io.open(threads[1]:get("report"), "w"))
    out:write(string.format(
        '{"requestsPerSecond": %.1f, "p50Milliseconds": %.3f, "p95Milliseconds": %.3f, "p99Milliseconds": %.3f, "errors": %d}\n',
        summary.requests / (summary.duration / 1e6),
        latency:percentile(50) / 1e3, latency:percentile(95) / 1e3, latency:percentile(99) / 1e3,
        failed.connect + failed.read + failed.write + failed.status + failed.timeout))
    out:close()
end
