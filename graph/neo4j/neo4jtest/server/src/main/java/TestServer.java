import java.io.IOException;
import org.neo4j.server.CommunityBootstrapper;
import org.neo4j.server.NeoBootstrapper;

/** Neo4j Community that ends with whoever started it: when standard input closes. */
public class TestServer {
  public static void main(String[] args) {
    Thread watch = new Thread(() -> {
      try {
        while (System.in.read() >= 0) {}
      } catch (IOException e) {
        // as good as closed
      }
      Runtime.getRuntime().halt(0);
    });
    watch.setDaemon(true);
    watch.start();
    int status = NeoBootstrapper.start(new CommunityBootstrapper(), args);
    if (status != 0) System.exit(status);
  }
}
