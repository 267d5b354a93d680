// Generated from schemas/ by `node schemas/generate.mjs`. Do not edit.
/**
 * A rollcall configuration file: consumers with their credentials, and the routes that they may call.
 */
export type RollcallConfig = {
  /**
   * Where an editor finds the schema of this file; not used otherwise.
   */
  $schema?: string;
  /**
   * API callers.
   */
  consumers?: Consumer[];
  /**
   * Plugins shared by consumers.
   */
  consumer_groups?: ConsumerGroup[];
  /**
   * Which requests go where.
   */
  routes?: Route[];
  /**
   * What routes share.
   */
  services?: Service[];
  /**
   * Servers behind routes.
   */
  upstreams?: Upstream[];
  /**
   * Plugins for every request.
   */
  global_rules?: GlobalRule[];
  /**
   * Plugins that routes share.
   */
  plugin_configs?: PluginConfig[];
};
/**
 * The identity of an API caller. Global across gateway groups.
 */
export type Consumer = {
  /**
   * The consumer's unique name: letters, digits, '-' and '_', at most 512 characters (Apache APISIX takes 256).
   */
  username: string;
  /**
   * A description of at most 256 characters.
   */
  desc?: string;
  labels?: Labels;
  plugins?: ConsumerPlugins;
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  group_id?: string | number;
  /**
   * The credentials that map a request to this consumer.
   */
  credentials?: Credential[];
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
};
/**
 * Labels for selecting and grouping. Each value is 1 to 256 characters without white space.
 */
export type Labels = {
  [k: string]: string;
};
/**
 * Plugins of a consumer or group by name. An authentication plugin here is the older form of a credential.
 */
export type ConsumerPlugins = {
  acl?: Acl;
  "api-breaker"?: ApiBreaker;
  "attach-consumer-label"?: AttachConsumerLabel;
  "basic-auth"?: BasicAuthCredential;
  "consumer-restriction"?: ConsumerRestriction;
  cors?: Cors;
  "fault-injection"?: FaultInjection;
  "forward-auth"?: ForwardAuth;
  "hmac-auth"?: HmacAuthCredential;
  "ip-restriction"?: IpRestriction;
  "jwt-auth"?: JwtAuthCredential;
  "key-auth"?: KeyAuthCredential;
  "limit-conn"?: LimitConn;
  "limit-count"?: LimitCount;
  "limit-req"?: LimitReq;
  mocking?: Mocking;
  prometheus?: Prometheus;
  "proxy-rewrite"?: ProxyRewrite;
  "referer-restriction"?: RefererRestriction;
  "request-id"?: RequestId;
  "response-rewrite"?: ResponseRewrite;
  "ua-restriction"?: UaRestriction;
  [k: string]: { [k: string]: unknown } | undefined;
};
/**
 * Lets consumers pass, or refuses them, by their labels.
 */
export type Acl = {
  /**
   * Label to list of values: a consumer with one of them passes.
   */
  allow_labels?: {
    /**
     * @minItems 1
     */
    [k: string]: string[];
  };
  /**
   * Label to list of values: a consumer with one of them is refused.
   */
  deny_labels?: {
    /**
     * @minItems 1
     */
    [k: string]: string[];
  };
  /**
   * Status of a refusal.
   */
  rejected_code?: number;
  /**
   * Text of a refusal's body.
   */
  rejected_msg?: string;
  /**
   * For users of other identity providers: JSONPath of the labels.
   */
  external_user_label_field?: string;
  /**
   * Label name under which those labels are compared.
   */
  external_user_label_field_key?: string;
  /**
   * How the label value is read.
   */
  external_user_label_field_parser?: "segmented_text" | "json" | "table";
  /**
   * Separator (a regular expression) of segmented_text.
   */
  external_user_label_field_separator?: string;
  _meta?: PluginMeta;
};
/**
 * What every plugin takes beside its own fields.
 */
export type PluginMeta = {
  /**
   * true: the plugin does not run.
   */
  disable?: boolean;
  /**
   * Runs the plugin at this priority instead of its own.
   */
  priority?: number;
  /**
   * Replaces the body of the plugin's refusals.
   */
  error_response?:
    | string
    | {
        [k: string]: unknown;
      };
  /**
   * The plugin runs only for requests for which this expression holds.
   */
  filter?: unknown[];
  [k: string]: unknown;
};
/**
 * Stops asking an upstream that fails.
 */
export type ApiBreaker = {
  /**
   * Status while the upstream is not asked.
   */
  break_response_code: number;
  /**
   * Body while the upstream is not asked.
   */
  break_response_body?: string;
  /**
   * Headers while the upstream is not asked.
   */
  break_response_headers?: {
    /**
     * Header name.
     */
    key: string;
    /**
     * Header value, with variables.
     */
    value: string;
  }[];
  /**
   * Longest time in seconds that the upstream is not asked.
   */
  max_breaker_sec?: number;
  /**
   * What counts as failure.
   */
  unhealthy?: {
    /**
     * Statuses.
     *
     * @minItems 1
     */
    http_statuses?: number[];
    /**
     * Failures in a row.
     */
    failures?: number;
    [k: string]: unknown;
  };
  /**
   * What counts as recovery.
   */
  healthy?: {
    /**
     * Statuses.
     *
     * @minItems 1
     */
    http_statuses?: number[];
    /**
     * Successes in a row.
     */
    successes?: number;
    [k: string]: unknown;
  };
  _meta?: PluginMeta;
  [k: string]: unknown;
};
/**
 * Sends labels of the consumer to the upstream.
 */
export type AttachConsumerLabel = {
  /**
   * Header to "$label_name": the consumer's label of that name.
   */
  headers: {
    [k: string]: string;
  };
  _meta?: PluginMeta;
};
/**
 * A user name and password for HTTP basic authentication.
 */
export type BasicAuthCredential = {
  /**
   * User name, unique over all consumers. One with a colon admits nobody: the password begins behind the first colon (RFC 7617).
   */
  username: string;
  /**
   * The password, or a reference $env://… or $secret://….
   */
  password: string;
  _meta?: PluginMeta;
};
/**
 * Lets named consumers, groups, services or routes pass, or refuses them.
 */
export type ConsumerRestriction = {
  /**
   * What the lists hold.
   */
  type?: "consumer_name" | "consumer_group_id" | "service_id" | "route_id";
  /**
   * Only these pass.
   *
   * @minItems 1
   */
  whitelist?: string[];
  /**
   * These are refused.
   *
   * @minItems 1
   */
  blacklist?: string[];
  /**
   * Methods that a consumer may use.
   *
   * @minItems 1
   */
  allowed_by_methods?: {
    /**
     * Username of the consumer.
     */
    user: string;
    /**
     * HTTP methods.
     *
     * @minItems 1
     */
    methods: ("GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "HEAD" | "OPTIONS" | "CONNECT" | "TRACE" | "PURGE")[];
  }[];
  /**
   * Status of a refusal.
   */
  rejected_code?: number;
  /**
   * Text of a refusal's body.
   */
  rejected_msg?: string;
  _meta?: PluginMeta;
};
/**
 * Answers cross-origin requests of browsers.
 */
export type Cors = {
  /**
   * Origins separated by commas; * for all, ** for all even with credentials.
   */
  allow_origins?: string;
  /**
   * Methods separated by commas; * for all, ** for all even with credentials.
   */
  allow_methods?: string;
  /**
   * Request headers separated by commas; * for all, ** for all even with credentials.
   */
  allow_headers?: string;
  /**
   * Response headers that scripts may read, separated by commas; * for all.
   */
  expose_headers?: string;
  /**
   * Seconds for which a browser may keep a preflight answer; -1: not at all.
   */
  max_age?: number;
  /**
   * true: requests may carry cookies; then no option may be *.
   */
  allow_credential?: boolean;
  /**
   * Regular expressions of origins.
   *
   * @minItems 1
   */
  allow_origins_by_regex?: string[];
  /**
   * Keys of allow_origins in the plugin's metadata.
   *
   * @minItems 1
   */
  allow_origins_by_metadata?: string[];
  /**
   * Origins that may read resource timing, separated by commas.
   */
  timing_allow_origins?: string;
  /**
   * Regular expressions of origins that may read resource timing.
   *
   * @minItems 1
   */
  timing_allow_origins_by_regex?: string[];
  _meta?: PluginMeta;
};
/**
 * Refuses or delays some requests, to test callers.
 */
export type FaultInjection = {
  /**
   * Answer without asking the upstream.
   */
  abort?: {
    /**
     * Status of the answer.
     */
    http_status: number;
    /**
     * Body of the answer.
     */
    body?: string;
    /**
     * Headers of the answer.
     */
    headers?: {
      [k: string]: string | number;
    };
    /**
     * Share of the requests.
     */
    percentage?: number;
    /**
     * Expressions that must hold.
     */
    vars?: unknown[];
  };
  /**
   * Wait before the request goes on.
   */
  delay?: {
    /**
     * Seconds.
     */
    duration: number;
    /**
     * Share of the requests.
     */
    percentage?: number;
    /**
     * Expressions that must hold.
     */
    vars?: unknown[];
  };
  _meta?: PluginMeta;
};
/**
 * Asks another service whether the request may pass.
 */
export type ForwardAuth = {
  /**
   * Address of the service.
   */
  uri: string;
  /**
   * true: requests pass when the service cannot be reached.
   */
  allow_degradation?: boolean;
  /**
   * Status when the service cannot be reached.
   */
  status_on_error?: number;
  /**
   * true: verify the service's certificate.
   */
  ssl_verify?: boolean;
  /**
   * Method of the question.
   */
  request_method?: "GET" | "POST";
  /**
   * Client headers that are sent along.
   */
  request_headers?: string[];
  /**
   * Further headers, with variables.
   */
  extra_headers?: {
    [k: string]: string;
  };
  /**
   * Headers of the service's answer that go upstream.
   */
  upstream_headers?: string[];
  /**
   * Headers of the service's refusal that go to the caller.
   */
  client_headers?: string[];
  /**
   * Header of the service's answer that names the consumer to attach.
   */
  consumer_header?: string;
  /**
   * Milliseconds to wait.
   */
  timeout?: number;
  /**
   * true: connections are kept.
   */
  keepalive?: boolean;
  /**
   * Milliseconds that an idle connection is kept.
   */
  keepalive_timeout?: number;
  /**
   * Idle connections that are kept.
   */
  keepalive_pool?: number;
  _meta?: PluginMeta;
  [k: string]: unknown;
};
/**
 * A shared secret with which the caller signs requests.
 */
export type HmacAuthCredential = {
  /**
   * Names the secret in a request; 1 to 256 characters, unique over all consumers.
   */
  key_id: string;
  /**
   * The shared secret, 1 to 256 characters, or a reference $env://… or $secret://….
   */
  secret_key: string;
  _meta?: PluginMeta;
};
/**
 * Lets client addresses pass, or refuses them.
 */
export type IpRestriction = {
  /**
   * Only these addresses and blocks pass.
   *
   * @minItems 1
   *
   * Items: An IPv4 or IPv6 address, or a CIDR block.
   */
  whitelist?: string[];
  /**
   * These addresses and blocks are refused.
   *
   * @minItems 1
   *
   * Items: An IPv4 or IPv6 address, or a CIDR block.
   */
  blacklist?: string[];
  /**
   * Text of a refusal's body.
   */
  message?: string;
  /**
   * Status of a refusal.
   */
  response_code?: 403 | 404;
  _meta?: PluginMeta;
};
/**
 * A key with which the caller's JSON web tokens are verified.
 */
export type JwtAuthCredential = {
  /**
   * Value of the token's key claim, unique over all consumers.
   */
  key: string;
  /**
   * Shared secret of HS256, HS384 and HS512, or a reference $env://… or $secret://….
   */
  secret?: string;
  /**
   * PEM public key of the other algorithms, or a reference $env://… or $secret://….
   */
  public_key?: string;
  /**
   * Signature algorithm; a token's alg must equal it.
   */
  algorithm?: string;
  /**
   * Seconds for which a token signed by the gateway holds.
   */
  exp?: number;
  /**
   * true: secret is base64 text.
   */
  base64_secret?: boolean;
  /**
   * Seconds by which clocks may differ when exp and nbf are checked.
   */
  lifetime_grace_period?: number;
  _meta?: PluginMeta;
};
/**
 * A secret key that the caller presents in a header or query argument.
 */
export type KeyAuthCredential = {
  /**
   * The secret key, unique over all consumers; or a reference $env://… or $secret://….
   */
  key: string;
  _meta?: PluginMeta;
};
/**
 * At most so many requests at the same time.
 */
export type LimitConn = {
  /**
   * Concurrent requests.
   */
  conn: number;
  /**
   * Concurrent requests above conn that are delayed rather than refused.
   */
  burst: number;
  /**
   * Seconds by which a request within burst is delayed.
   */
  default_conn_delay: number;
  /**
   * true: the delay does not grow with the number of requests.
   */
  only_use_default_delay?: boolean;
  /**
   * What is counted: a variable, or several, by key_type.
   */
  key: string;
  /**
   * How key is read.
   */
  key_type?: "var" | "var_combination";
  /**
   * Seconds that a counter is kept in Redis.
   */
  key_ttl?: number;
  /**
   * Status of a refusal.
   */
  rejected_code?: number;
  /**
   * Text of a refusal's body.
   */
  rejected_msg?: string;
  /**
   * Where the counters are kept.
   */
  policy?: "local" | "redis" | "redis-cluster" | "redis-sentinel";
  /**
   * true: requests pass when the counters cannot be reached.
   */
  allow_degradation?: boolean;
  /**
   * redis: host name or address.
   */
  redis_host?: string;
  /**
   * redis: port.
   */
  redis_port?: number;
  /**
   * redis: user name.
   */
  redis_username?: string;
  /**
   * Password of the Redis server, or a reference $env://… or $secret://….
   */
  redis_password?: string;
  /**
   * redis: database number.
   */
  redis_database?: number;
  /**
   * Milliseconds to wait for Redis.
   */
  redis_timeout?: number;
  /**
   * redis: connect with TLS.
   */
  redis_ssl?: boolean;
  /**
   * redis: verify the server's certificate.
   */
  redis_ssl_verify?: boolean;
  /**
   * Milliseconds that an idle connection to Redis is kept.
   */
  redis_keepalive_timeout?: number;
  /**
   * Idle connections to Redis that are kept.
   */
  redis_keepalive_pool?: number;
  /**
   * redis-cluster: addresses, host:port.
   *
   * @minItems 1
   */
  redis_cluster_nodes?: string[];
  /**
   * redis-cluster: name of the cluster.
   */
  redis_cluster_name?: string;
  /**
   * redis-cluster: connect with TLS.
   */
  redis_cluster_ssl?: boolean;
  /**
   * redis-cluster: verify the servers' certificates.
   */
  redis_cluster_ssl_verify?: boolean;
  /**
   * redis-sentinel: the sentinels.
   *
   * @minItems 1
   */
  redis_sentinels?: {
    /**
     * Host name or address.
     */
    host: string;
    /**
     * Port.
     */
    port: number;
  }[];
  /**
   * redis-sentinel: milliseconds to wait for a connection.
   */
  redis_connect_timeout?: number;
  /**
   * redis-sentinel: milliseconds to wait for an answer.
   */
  redis_read_timeout?: number;
  /**
   * redis-sentinel: name of the master group.
   */
  redis_master_name?: string;
  /**
   * redis-sentinel: which server to use.
   */
  redis_role?: "master" | "slave";
  /**
   * redis-sentinel: user name at the sentinels.
   */
  sentinel_username?: string;
  /**
   * redis-sentinel: password at the sentinels, or a reference $env://… or $secret://….
   */
  sentinel_password?: string;
  _meta?: PluginMeta;
};
/**
 * At most so many requests in a time window.
 */
export type LimitCount = {
  /**
   * Requests allowed in a window: an integer above 0, or a string with variables such as $http_x_quota.
   */
  count?: number | string;
  /**
   * Length of the window in seconds: an integer above 0, or a string with variables.
   */
  time_window?: number | string;
  /**
   * Several limits at once, in place of count and time_window.
   *
   * @minItems 1
   */
  rules?: {
    /**
     * Requests allowed in a window.
     */
    count: number | string;
    /**
     * Length of the window in seconds.
     */
    time_window: number | string;
    /**
     * What is counted, with variables.
     */
    key: string;
    /**
     * Put before the names of this rule's X-RateLimit headers.
     */
    header_prefix?: string;
  }[];
  /**
   * fixed: windows follow one another; sliding: the window ends now.
   */
  window_type?: "fixed" | "sliding";
  /**
   * What is counted: a variable, several, or a constant, by key_type.
   */
  key?: string;
  /**
   * How key is read.
   */
  key_type?: "var" | "var_combination" | "constant";
  /**
   * Routes with the same group share one counter.
   */
  group?: string;
  /**
   * Status of a refusal.
   */
  rejected_code?: number;
  /**
   * Text of a refusal's body.
   */
  rejected_msg?: string;
  /**
   * Where the counters are kept.
   */
  policy?: "local" | "redis" | "redis-cluster" | "redis-sentinel";
  /**
   * true: requests pass when the counters cannot be reached.
   */
  allow_degradation?: boolean;
  /**
   * true: answers carry X-RateLimit-Limit, -Remaining and -Reset.
   */
  show_limit_quota_header?: boolean;
  /**
   * Seconds between two writes to Redis, at least 0.1; -1: every request is written.
   */
  sync_interval?: number;
  /**
   * redis: host name or address.
   */
  redis_host?: string;
  /**
   * redis: port.
   */
  redis_port?: number;
  /**
   * redis: user name.
   */
  redis_username?: string;
  /**
   * Password of the Redis server, or a reference $env://… or $secret://….
   */
  redis_password?: string;
  /**
   * redis: database number.
   */
  redis_database?: number;
  /**
   * Milliseconds to wait for Redis.
   */
  redis_timeout?: number;
  /**
   * redis: connect with TLS.
   */
  redis_ssl?: boolean;
  /**
   * redis: verify the server's certificate.
   */
  redis_ssl_verify?: boolean;
  /**
   * Milliseconds that an idle connection to Redis is kept (60000 with redis-sentinel).
   */
  redis_keepalive_timeout?: number;
  /**
   * Idle connections to Redis that are kept.
   */
  redis_keepalive_pool?: number;
  /**
   * redis-cluster: addresses, host:port.
   *
   * @minItems 1
   */
  redis_cluster_nodes?: string[];
  /**
   * redis-cluster: name of the cluster.
   */
  redis_cluster_name?: string;
  /**
   * redis-cluster: connect with TLS.
   */
  redis_cluster_ssl?: boolean;
  /**
   * redis-cluster: verify the servers' certificates.
   */
  redis_cluster_ssl_verify?: boolean;
  /**
   * redis-sentinel: the sentinels.
   *
   * @minItems 1
   */
  redis_sentinels?: {
    /**
     * Host name or address.
     */
    host: string;
    /**
     * Port.
     */
    port: number;
  }[];
  /**
   * redis-sentinel: milliseconds to wait for a connection.
   */
  redis_connect_timeout?: number;
  /**
   * redis-sentinel: milliseconds to wait for an answer.
   */
  redis_read_timeout?: number;
  /**
   * redis-sentinel: name of the master group.
   */
  redis_master_name?: string;
  /**
   * redis-sentinel: which server to use.
   */
  redis_role?: "master" | "slave";
  /**
   * redis-sentinel: user name at the sentinels.
   */
  sentinel_username?: string;
  /**
   * redis-sentinel: password at the sentinels, or a reference $env://… or $secret://….
   */
  sentinel_password?: string;
  _meta?: PluginMeta;
};
/**
 * Evens out requests to a rate (leaky bucket).
 */
export type LimitReq = {
  /**
   * Requests a second.
   */
  rate: number;
  /**
   * Requests a second above rate that are delayed rather than refused.
   */
  burst: number;
  /**
   * What is counted: a variable, or several, by key_type.
   */
  key: string;
  /**
   * How key is read.
   */
  key_type?: "var" | "var_combination";
  /**
   * Where the counters are kept.
   */
  policy?: "local" | "redis" | "redis-cluster" | "redis-sentinel";
  /**
   * Status of a refusal.
   */
  rejected_code?: number;
  /**
   * Text of a refusal's body.
   */
  rejected_msg?: string;
  /**
   * true: requests within burst are not delayed.
   */
  nodelay?: boolean;
  /**
   * true: requests pass when the counters cannot be reached.
   */
  allow_degradation?: boolean;
  /**
   * redis: host name or address.
   */
  redis_host?: string;
  /**
   * redis: port.
   */
  redis_port?: number;
  /**
   * redis: user name.
   */
  redis_username?: string;
  /**
   * Password of the Redis server, or a reference $env://… or $secret://….
   */
  redis_password?: string;
  /**
   * redis: database number.
   */
  redis_database?: number;
  /**
   * Milliseconds to wait for Redis.
   */
  redis_timeout?: number;
  /**
   * redis: connect with TLS.
   */
  redis_ssl?: boolean;
  /**
   * redis: verify the server's certificate.
   */
  redis_ssl_verify?: boolean;
  /**
   * Milliseconds that an idle connection to Redis is kept.
   */
  redis_keepalive_timeout?: number;
  /**
   * Idle connections to Redis that are kept.
   */
  redis_keepalive_pool?: number;
  /**
   * redis-cluster: addresses, host:port.
   *
   * @minItems 1
   */
  redis_cluster_nodes?: string[];
  /**
   * redis-cluster: name of the cluster.
   */
  redis_cluster_name?: string;
  /**
   * redis-cluster: connect with TLS.
   */
  redis_cluster_ssl?: boolean;
  /**
   * redis-cluster: verify the servers' certificates.
   */
  redis_cluster_ssl_verify?: boolean;
  /**
   * redis-sentinel: the sentinels.
   *
   * @minItems 1
   */
  redis_sentinels?: {
    /**
     * Host name or address.
     */
    host: string;
    /**
     * Port.
     */
    port: number;
  }[];
  /**
   * redis-sentinel: milliseconds to wait for a connection.
   */
  redis_connect_timeout?: number;
  /**
   * redis-sentinel: milliseconds to wait for an answer.
   */
  redis_read_timeout?: number;
  /**
   * redis-sentinel: name of the master group.
   */
  redis_master_name?: string;
  /**
   * redis-sentinel: which server to use.
   */
  redis_role?: "master" | "slave";
  /**
   * redis-sentinel: user name at the sentinels.
   */
  sentinel_username?: string;
  /**
   * redis-sentinel: password at the sentinels, or a reference $env://… or $secret://….
   */
  sentinel_password?: string;
  _meta?: PluginMeta;
};
/**
 * Answers with an example instead of asking the upstream.
 */
export type Mocking = {
  /**
   * Seconds to wait.
   */
  delay?: number;
  /**
   * Status of the answer.
   */
  response_status?: number;
  /**
   * Content type of the answer.
   */
  content_type?: string;
  /**
   * Body of the answer, with variables.
   */
  response_example?: string;
  /**
   * JSON Schema from which a body is made up.
   */
  response_schema?: {
    [k: string]: unknown;
  };
  /**
   * true: the answer carries x-mock-by.
   */
  with_mock_header?: boolean;
  /**
   * Headers of the answer.
   */
  response_headers?: {
    [k: string]: string | number;
  };
  _meta?: PluginMeta;
};
/**
 * Counts requests for Prometheus.
 */
export type Prometheus = {
  /**
   * true: metrics carry the names of routes and services, not their ids.
   */
  prefer_name?: boolean;
  _meta?: PluginMeta;
  [k: string]: unknown;
};
/**
 * Changes the request before it goes upstream.
 */
export type ProxyRewrite = {
  /**
   * New path, with variables.
   */
  uri?: string;
  /**
   * Pairs of regular expression and replacement for the path.
   *
   * @minItems 2
   */
  regex_uri?: string[];
  /**
   * New method.
   */
  method?:
    | "GET"
    | "POST"
    | "PUT"
    | "HEAD"
    | "DELETE"
    | "OPTIONS"
    | "MKCOL"
    | "COPY"
    | "MOVE"
    | "PROPFIND"
    | "LOCK"
    | "UNLOCK"
    | "PATCH"
    | "TRACE";
  /**
   * New Host header, with variables.
   */
  host?: string;
  /**
   * Protocol to the upstream (older gateways).
   */
  scheme?: "http" | "https";
  /**
   * Request headers: add, set and remove, or (older form) header to value.
   */
  headers?: {
    /**
     * Header to value, beside what is there.
     */
    add?: {
      [k: string]: string | number;
    };
    /**
     * Header to value, in place of what is there.
     */
    set?: {
      [k: string]: string | number;
    };
    /**
     * Names of headers to take away.
     */
    remove?: string[];
    [k: string]:
      | string
      | number
      | {
          [k: string]: string | number;
        }
      | string[]
      | undefined;
  };
  /**
   * true: the request target is sent as received, unnormalised.
   */
  use_real_request_uri_unsafe?: boolean;
  _meta?: PluginMeta;
};
/**
 * Lets requests pass, or refuses them, by the host of their Referer header.
 */
export type RefererRestriction = {
  /**
   * Only these hosts pass; *.suffix matches subdomains.
   *
   * @minItems 1
   *
   * Items: A host name, or '*.' and a suffix.
   */
  whitelist?: string[];
  /**
   * These hosts are refused; *.suffix matches subdomains.
   *
   * @minItems 1
   *
   * Items: A host name, or '*.' and a suffix.
   */
  blacklist?: string[];
  /**
   * true: requests without a Referer header pass.
   */
  bypass_missing?: boolean;
  /**
   * Text of a refusal's body.
   */
  message?: string;
  _meta?: PluginMeta;
};
/**
 * Gives every request an identifier.
 */
export type RequestId = {
  /**
   * Header that carries it.
   */
  header_name?: string;
  /**
   * true: the answer carries it too.
   */
  include_in_response?: boolean;
  /**
   * How it is made.
   */
  algorithm?: "uuid" | "nanoid" | "range_id" | "ksuid";
  /**
   * How range_id is made.
   */
  range_id?: {
    /**
     * Number of characters.
     */
    length?: number;
    /**
     * Characters to choose from.
     */
    char_set?: string;
  };
  _meta?: PluginMeta;
};
/**
 * Changes the answer before it goes to the caller.
 */
export type ResponseRewrite = {
  /**
   * New status.
   */
  status_code?: number;
  /**
   * New body.
   */
  body?: string;
  /**
   * true: body is base64 text.
   */
  body_base64?: boolean;
  /**
   * Response headers: add, set and remove, or (older form) header to value.
   */
  headers?: {
    /**
     * Headers to add, name: value.
     */
    add?: string[];
    /**
     * Header to value, in place of what is there.
     */
    set?: {
      [k: string]: string | number;
    };
    /**
     * Names of headers to take away.
     */
    remove?: string[];
    [k: string]:
      | string
      | number
      | string[]
      | {
          [k: string]: string | number;
        }
      | undefined;
  };
  /**
   * Expressions that must hold.
   */
  vars?: unknown[];
  /**
   * Replacements in the body.
   *
   * @minItems 1
   */
  filters?: {
    /**
     * What is replaced.
     */
    regex: string;
    /**
     * The first match or every match.
     */
    scope?: "once" | "global";
    /**
     * What takes its place.
     */
    replace: string;
    /**
     * Options of the regular expression.
     */
    options?: string;
    [k: string]: unknown;
  }[];
  _meta?: PluginMeta;
};
/**
 * Lets user agents pass, or refuses them.
 */
export type UaRestriction = {
  /**
   * Regular expressions: only user agents that match one pass.
   *
   * @minItems 1
   */
  allowlist?: string[];
  /**
   * Regular expressions: user agents that match one are refused.
   *
   * @minItems 1
   */
  denylist?: string[];
  /**
   * true: requests without a User-Agent header pass.
   */
  bypass_missing?: boolean;
  /**
   * Text of a refusal's body.
   */
  message?: string;
  _meta?: PluginMeta;
};
/**
 * One way for a consumer to authenticate: exactly one authentication plugin.
 */
export type Credential = {
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  id?: string | number;
  /**
   * A name of 1 to 256 characters.
   */
  name: string;
  /**
   * A description of at most 256 characters.
   */
  desc?: string;
  labels?: Labels;
  plugins: CredentialPlugins;
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
};
/**
 * The authentication plugin of a credential: exactly one.
 */
export type CredentialPlugins = {
  "basic-auth"?: BasicAuthCredential;
  "hmac-auth"?: HmacAuthCredential;
  "jwt-auth"?: JwtAuthCredential;
  "key-auth"?: KeyAuthCredential;
  [k: string]: { [k: string]: unknown } | undefined;
};
/**
 * Plugins shared by the consumers that name this group in group_id.
 */
export type ConsumerGroup = {
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  id: string | number;
  /**
   * A name of 1 to 256 characters.
   */
  name?: string;
  /**
   * A description of at most 256 characters.
   */
  desc?: string;
  labels?: Labels;
  plugins: ConsumerPlugins;
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
};
/**
 * Which requests go where, and the plugins that they pass. Fields that are not listed are kept for sync and not run by rollcall's own proxy.
 */
export type Route = {
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  id?: string | number;
  /**
   * A name of 1 to 256 characters.
   */
  name?: string;
  /**
   * A description of at most 256 characters.
   */
  desc?: string;
  labels?: Labels;
  /**
   * A path: exact (/a), prefix (/a/*) or with parameters (/a/:id).
   */
  uri?: string;
  /**
   * Several paths.
   *
   * @minItems 1
   *
   * Items: A path: exact (/a), prefix (/a/*) or with parameters (/a/:id).
   */
  uris?: string[];
  /**
   * A host name, or '*.' and a suffix.
   */
  host?: string;
  /**
   * Several hosts.
   *
   * @minItems 1
   *
   * Items: A host name, or '*.' and a suffix.
   */
  hosts?: string[];
  /**
   * HTTP methods; all when left out.
   */
  methods?: ("GET" | "POST" | "PUT" | "DELETE" | "PATCH" | "HEAD" | "OPTIONS" | "CONNECT" | "TRACE" | "PURGE")[];
  /**
   * Among routes that match equally well, the higher one wins.
   */
  priority?: number;
  /**
   * An IPv4 or IPv6 address, or a CIDR block.
   */
  remote_addr?: string;
  /**
   * Client addresses.
   *
   * @minItems 1
   *
   * Items: An IPv4 or IPv6 address, or a CIDR block.
   */
  remote_addrs?: string[];
  /**
   * Expressions [variable, operator, value] that must hold.
   */
  vars?: unknown[];
  plugins?: RoutePlugins;
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  plugin_config_id?: string | number;
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  service_id?: string | number;
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  upstream_id?: string | number;
  upstream?: Upstream;
  timeout?: Timeout;
  /**
   * Let a request upgrade to a websocket.
   */
  enable_websocket?: boolean;
  /**
   * 1: in use, 0: switched off.
   */
  status?: 0 | 1;
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
  [k: string]: unknown;
};
/**
 * Plugins of a route, service, plugin config or global rule by name.
 */
export type RoutePlugins = {
  acl?: Acl;
  "api-breaker"?: ApiBreaker;
  "attach-consumer-label"?: AttachConsumerLabel;
  "basic-auth"?: BasicAuthRoute;
  "consumer-restriction"?: ConsumerRestriction;
  cors?: Cors;
  "fault-injection"?: FaultInjection;
  "forward-auth"?: ForwardAuth;
  "hmac-auth"?: HmacAuthRoute;
  "ip-restriction"?: IpRestriction;
  "jwt-auth"?: JwtAuthRoute;
  "key-auth"?: KeyAuthRoute;
  "limit-conn"?: LimitConn;
  "limit-count"?: LimitCount;
  "limit-req"?: LimitReq;
  mocking?: Mocking;
  "multi-auth"?: MultiAuth;
  prometheus?: Prometheus;
  "proxy-rewrite"?: ProxyRewrite;
  "referer-restriction"?: RefererRestriction;
  "request-id"?: RequestId;
  "response-rewrite"?: ResponseRewrite;
  "ua-restriction"?: UaRestriction;
  [k: string]: { [k: string]: unknown } | undefined;
};
/**
 * Asks callers of the route for a user name and password.
 */
export type BasicAuthRoute = {
  /**
   * true: the credential is removed before the request goes upstream.
   */
  hide_credentials?: boolean;
  /**
   * Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '"' and '\'.
   */
  realm?: string;
  /**
   * Username of the consumer attached when authentication fails; without it such requests are refused.
   */
  anonymous_consumer?: string;
  _meta?: PluginMeta;
};
/**
 * Asks callers of the route to sign their requests.
 */
export type HmacAuthRoute = {
  /**
   * Algorithms that a signature may use; at least one.
   *
   * @minItems 1
   */
  allowed_algorithms?: ("hmac-sha1" | "hmac-sha256" | "hmac-sha512")[];
  /**
   * Seconds by which the Date header may differ from the gateway's clock.
   */
  clock_skew?: number;
  /**
   * Headers that a signature must cover, each 1 to 50 characters.
   */
  signed_headers?: string[];
  /**
   * true: the Digest header must match the body.
   */
  validate_request_body?: boolean;
  /**
   * Largest body in bytes that is read for validate_request_body.
   */
  max_req_body_size?: number;
  /**
   * true: the credential is removed before the request goes upstream.
   */
  hide_credentials?: boolean;
  /**
   * Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '"' and '\'.
   */
  realm?: string;
  /**
   * Username of the consumer attached when authentication fails; without it such requests are refused.
   */
  anonymous_consumer?: string;
  _meta?: PluginMeta;
};
/**
 * Asks callers of the route for a JSON web token.
 */
export type JwtAuthRoute = {
  /**
   * Header that carries the token.
   */
  header?: string;
  /**
   * Query argument that carries the token when the header is absent.
   */
  query?: string;
  /**
   * Cookie that carries the token when header and query argument are absent.
   */
  cookie?: string;
  /**
   * Claim that names the credential.
   */
  key_claim_name?: string;
  /**
   * Claims that must be present and hold; without it exp and nbf are checked if present.
   */
  claims_to_verify?: ("exp" | "nbf")[];
  /**
   * true: the token is kept for later plugins.
   */
  store_in_ctx?: boolean;
  /**
   * true: the credential is removed before the request goes upstream.
   */
  hide_credentials?: boolean;
  /**
   * Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '"' and '\'.
   */
  realm?: string;
  /**
   * Username of the consumer attached when authentication fails; without it such requests are refused.
   */
  anonymous_consumer?: string;
  _meta?: PluginMeta;
};
/**
 * Asks callers of the route for an API key.
 */
export type KeyAuthRoute = {
  /**
   * Header that carries the key.
   */
  header?: string;
  /**
   * Query argument that carries the key when the header is absent.
   */
  query?: string;
  /**
   * true: the credential is removed before the request goes upstream.
   */
  hide_credentials?: boolean;
  /**
   * Protection space named in WWW-Authenticate: 1 to 128 printable ASCII characters without '"' and '\'.
   */
  realm?: string;
  /**
   * Username of the consumer attached when authentication fails; without it such requests are refused.
   */
  anonymous_consumer?: string;
  _meta?: PluginMeta;
};
/**
 * Tries several authentication plugins in order; the first success wins.
 */
export type MultiAuth = {
  /**
   * The plugins to try: at least two objects, each with one plugin and its route-side configuration.
   *
   * @minItems 2
   */
  auth_plugins: {
    "basic-auth"?: BasicAuthRoute;
    "hmac-auth"?: HmacAuthRoute;
    "jwt-auth"?: JwtAuthRoute;
    "key-auth"?: KeyAuthRoute;
    [k: string]:
      | {
          [k: string]: unknown;
        }
      | BasicAuthRoute
      | HmacAuthRoute
      | JwtAuthRoute
      | KeyAuthRoute
      | undefined;
  }[];
  _meta?: PluginMeta;
};
/**
 * The servers behind a route or service.
 */
export type Upstream = {
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  id?: string | number;
  /**
   * A name of 1 to 256 characters.
   */
  name?: string;
  /**
   * A description of at most 256 characters.
   */
  desc?: string;
  labels?: Labels;
  /**
   * Servers: an object of "host:port": weight, or a list of nodes.
   */
  nodes?:
    | {
        [k: string]: number;
      }
    | UpstreamNode[];
  /**
   * How a node is chosen.
   */
  type?: "roundrobin" | "chash" | "ewma" | "least_conn";
  /**
   * chash: what is hashed.
   */
  hash_on?: "vars" | "header" | "cookie" | "consumer" | "vars_combinations";
  /**
   * chash: the variable, header or cookie that is hashed.
   */
  key?: string;
  /**
   * Protocol to the nodes; rollcall's own proxy speaks http, https, grpc (HTTP/2) and grpcs.
   */
  scheme?: "http" | "https" | "grpc" | "grpcs" | "tcp" | "tls" | "udp" | "kafka";
  /**
   * The Host header sent: the client's, the node's, or upstream_host.
   */
  pass_host?: "pass" | "node" | "rewrite";
  /**
   * The Host header when pass_host is rewrite.
   */
  upstream_host?: string;
  /**
   * Other nodes to try after a failure.
   */
  retries?: number;
  timeout?: Timeout;
  keepalive_pool?: KeepalivePool;
  checks?: HealthChecks;
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
  [k: string]: unknown;
};
/**
 * A server behind a route or service.
 */
export type UpstreamNode = {
  /**
   * Host name or address.
   */
  host: string;
  /**
   * Port; that of the scheme when left out.
   */
  port?: number;
  /**
   * Share of the requests; 0 gets none.
   */
  weight: number;
  /**
   * Nodes of a lower priority serve only when the higher ones are down.
   */
  priority?: number;
  [k: string]: unknown;
};
/**
 * Upstream time limits in seconds.
 */
export type Timeout = {
  /**
   * Seconds to connect.
   */
  connect?: number;
  /**
   * Seconds between two writes.
   */
  send?: number;
  /**
   * Seconds between two reads.
   */
  read?: number;
};
/**
 * Idle connections that are kept.
 */
export type KeepalivePool = {
  /**
   * Idle connections kept.
   */
  size?: number;
  /**
   * Seconds that an idle connection is kept.
   */
  idle_timeout?: number;
  /**
   * Requests a connection may serve.
   */
  requests?: number;
};
/**
 * Probes of the nodes, and what requests tell of them.
 */
export type HealthChecks = {
  active: ActiveHealthCheck;
  passive?: PassiveHealthCheck;
};
/**
 * A probe that is sent to each node again and again.
 */
export type ActiveHealthCheck = {
  /**
   * What is probed: the answer to a GET, or whether a connection can be made.
   */
  type?: "http" | "https" | "tcp";
  /**
   * Seconds for a probe.
   */
  timeout?: number;
  /**
   * Probes at a time.
   */
  concurrency?: number;
  /**
   * The Host header, and the name in TLS.
   */
  host?: string;
  /**
   * Instead of the node's own.
   */
  port?: number;
  /**
   * The path of the GET.
   */
  http_path?: string;
  /**
   * Whether a certificate that is not trusted is a failure.
   */
  https_verify_certificate?: boolean;
  /**
   * Further headers, each as "Name: value".
   *
   * @minItems 1
   */
  req_headers?: string[];
  healthy?: ActiveHealthy;
  unhealthy?: ActiveUnhealthy;
};
/**
 * When a node that was taken out is used again.
 */
export type ActiveHealthy = {
  /**
   * Seconds between probes of a node that is well.
   */
  interval?: number;
  /**
   * Statuses that count as a success.
   */
  http_statuses?: {
    [k: string]: unknown;
  };
  /**
   * Successes in a row that are needed.
   */
  successes?: number;
};
/**
 * When a node is taken out.
 */
export type ActiveUnhealthy = {
  /**
   * Seconds between probes of a node that was taken out.
   */
  interval?: number;
  /**
   * Statuses that count as a failure.
   */
  http_statuses?: {
    [k: string]: unknown;
  };
  /**
   * Such statuses without a success in between.
   */
  http_failures?: number;
  /**
   * Broken or refused connections without a success in between.
   */
  tcp_failures?: number;
  /**
   * Probes without an answer in time, without a success in between.
   */
  timeouts?: number;
};
/**
 * What the answers to clients' requests tell of a node.
 */
export type PassiveHealthCheck = {
  /**
   * tcp: statuses are not looked at.
   */
  type?: "http" | "https" | "tcp";
  healthy?: PassiveHealthy;
  unhealthy?: PassiveUnhealthy;
};
/**
 * When a node that was taken out is used again.
 */
export type PassiveHealthy = {
  /**
   * Statuses that count as a success.
   */
  http_statuses?: {
    [k: string]: unknown;
  };
  /**
   * Successes in a row that are needed; 0: none are counted.
   */
  successes?: number;
};
/**
 * When a node is taken out.
 */
export type PassiveUnhealthy = {
  /**
   * Statuses that count as a failure.
   */
  http_statuses?: {
    [k: string]: unknown;
  };
  /**
   * Such statuses without a success in between; 0: none are counted.
   */
  http_failures?: number;
  /**
   * Broken or refused connections without a success in between; 0: none are counted.
   */
  tcp_failures?: number;
  /**
   * Requests without an answer in time, without a success in between; 0: none are counted.
   */
  timeouts?: number;
};
/**
 * An upstream and plugins that several routes share.
 */
export type Service = {
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  id?: string | number;
  /**
   * A name of 1 to 256 characters.
   */
  name?: string;
  /**
   * A description of at most 256 characters.
   */
  desc?: string;
  labels?: Labels;
  /**
   * Hosts of the service's routes.
   *
   * @minItems 1
   *
   * Items: A host name, or '*.' and a suffix.
   */
  hosts?: string[];
  plugins?: RoutePlugins;
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  upstream_id?: string | number;
  upstream?: Upstream;
  /**
   * Let requests upgrade to a websocket.
   */
  enable_websocket?: boolean;
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
  [k: string]: unknown;
};
/**
 * Plugins that run for every request, before the route's.
 */
export type GlobalRule = {
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  id: string | number;
  plugins: RoutePlugins;
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
};
/**
 * A named set of plugins that routes take up with plugin_config_id.
 */
export type PluginConfig = {
  /**
   * Identifier in the gateway: 1 to 64 letters, digits, '-', '_' or '.', or an integer from 1.
   */
  id: string | number;
  /**
   * A name of 1 to 256 characters.
   */
  name?: string;
  /**
   * A description of at most 256 characters.
   */
  desc?: string;
  labels?: Labels;
  plugins: RoutePlugins;
  /**
   * Set by the gateway; forbidden in a file.
   */
  create_time?: never;
  /**
   * Set by the gateway; forbidden in a file.
   */
  update_time?: never;
};
