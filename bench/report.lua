-- For wrk: what it found, as one line of JSON.
done = function(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    'JSON{"seconds":%f,"requests":%d,"p50":%f,"p99":%f,"wrong":%d}\n',
    summary.duration / 1e6, summary.requests, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
