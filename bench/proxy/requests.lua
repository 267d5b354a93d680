-- For wrk: sends the requests of a file in turn. One a line: path and header lines (`name: value`), tabs in between.
local requests, last = {}, 0

function init(args)
  for line in io.lines(args[1]) do
    local path, headers = line:match("^[^\t]+"), {}
    for name, value in line:gmatch("\t([^:\t]+): ([^\t]*)") do headers[name] = value end
    requests[#requests + 1] = wrk.format("GET", path, headers)
  end
end

function request()
  last = last % #requests + 1
  return requests[last]
end
