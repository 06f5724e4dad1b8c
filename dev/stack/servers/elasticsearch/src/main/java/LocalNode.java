import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.mapper.MapperExtrasPlugin;
import org.elasticsearch.join.ParentJoinPlugin;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.reindex.ReindexPlugin;
import org.elasticsearch.search.aggregations.matrix.MatrixAggregationPlugin;
import org.elasticsearch.transport.Netty4Plugin;

/**
 * One Elasticsearch node on loopback, without security, for development only.
 *
 * <p>Arguments: the home directory (created if absent), the HTTP port, the transport port.
 */
public final class LocalNode extends Node {
  private static final String NAME = "watchkeeper-dev";

  /** Plugins that the distribution would load from its modules directory. */
  private static final Collection<Class<? extends Plugin>> MODULES =
      List.of(
          Netty4Plugin.class,
          ReindexPlugin.class,
          MapperExtrasPlugin.class,
          ParentJoinPlugin.class,
          MatrixAggregationPlugin.class);

  private LocalNode(Settings settings) {
    super(
        InternalSettingsPreparer.prepareEnvironment(settings, Map.of(), null, () -> NAME),
        MODULES,
        false);
  }

  private static Settings settings(Path home, String httpPort, String transportPort) {
    return Settings.builder()
        .put("cluster.name", NAME)
        .put("node.name", NAME)
        .put("path.home", home.toString())
        .put("network.host", "127.0.0.1")
        .put("http.port", httpPort)
        .put("http.type", "netty4")
        .put("transport.port", transportPort)
        .put("transport.type", "netty4")
        .put("discovery.type", "single-node")
        // A laptop's nearly full disk must not make the indices read-only.
        .put("cluster.routing.allocation.disk.threshold_enabled", false)
        .build();
  }

  public static void main(String[] args) throws Exception {
    if (args.length != 3) {
      System.err.println("usage: LocalNode HOME HTTP_PORT TRANSPORT_PORT");
      System.exit(2);
    }
    Path home = Path.of(args[0]).toAbsolutePath();
    Files.createDirectories(home.resolve("config"));
    LocalNode node = new LocalNode(settings(home, args[1], args[2]));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, stopped), "stop"));
    node.start();
    stopped.await();
  }

  private static void stop(Node node, CountDownLatch stopped) {
    try {
      node.close();
    } catch (java.io.IOException e) {
      System.err.println("could not close the node cleanly: " + e.getMessage());
    } finally {
      stopped.countDown();
    }
  }
}
