package tw.gov.mocs.hub.integration;

import java.io.IOException;
import java.io.OutputStream;
import tw.gov.mocs.hub.application.ApplicationNumber;

/**
 * 介接模組 of one application: files by their path. The same grant, catalogue and settings give the
 * same zip, byte for byte.
 */
public final class IntegrationModule {

  private final ApplicationNumber application;
  private final int version;
  private final Bundle files = new Bundle();

  IntegrationModule(ApplicationNumber application, int version) {
    this.application = application;
    this.version = version;
  }

  void add(String path, String text) {
    files.add(path, text);
  }

  void add(String path, byte[] content) {
    files.add(path, content);
  }

  /** Under which name it is saved; names the version of the grant. */
  public String fileName() {
    return application + "-module-" + version + ".zip";
  }

  /** The version of the grant that it was made from. */
  public int grantVersion() {
    return version;
  }

  /** Writes it as a zip; the stream stays open. */
  public void writeTo(OutputStream out) throws IOException {
    files.writeTo(out);
  }
}
