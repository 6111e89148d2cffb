package tw.gov.mocs.hub.ws;

import org.apache.cxf.Bus;
import org.apache.cxf.bus.extension.ExtensionManagerBus;
import org.apache.cxf.endpoint.Endpoint;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.interceptor.InterceptorProvider;
import org.apache.cxf.jaxws.JaxWsServerFactoryBean;
import org.apache.cxf.logging.FaultListener;
import org.apache.cxf.resource.ResourceManager;
import org.apache.cxf.resource.SinglePropertyResolver;

/**
 * The one endpoint in CXF. CXF gives the transport, the chains and the Provider; its interceptors
 * for XML, SOAP and faults are taken out, because ours do that work.
 */
final class SoapEndpoint implements AutoCloseable {

  private final Bus bus = new ExtensionManagerBus();
  private final Server server;

  SoapEndpoint(
      ExchangeProvider provider,
      CallInterceptor in,
      AnswerInterceptor out,
      FaultInterceptor faults) {
    JaxWsServerFactoryBean factory = new JaxWsServerFactoryBean();
    factory.setBus(bus);
    factory.setServiceBean(provider);
    factory.setAddress("/");
    factory.setStart(false);
    server = factory.create();
    Endpoint endpoint = server.getEndpoint();
    clear(bus);
    clear(endpoint);
    clear(endpoint.getBinding());
    // CXF asks for its class loader before each call, by default of the file system.
    bus.getExtension(ResourceManager.class)
        .addResourceResolver(new SinglePropertyResolver("", getClass().getClassLoader()));
    endpoint.getInInterceptors().add(in);
    endpoint.getOutInterceptors().add(out);
    endpoint.getOutFaultInterceptors().add(faults);
    // A refusal is logged once, where it is answered.
    FaultListener silent = (exception, description, message) -> false;
    endpoint.put(FaultListener.class.getName(), silent);
    server.start();
  }

  private static void clear(InterceptorProvider provider) {
    provider.getInInterceptors().clear();
    provider.getOutInterceptors().clear();
    provider.getInFaultInterceptors().clear();
    provider.getOutFaultInterceptors().clear();
  }

  Bus bus() {
    return bus;
  }

  @Override
  public void close() {
    server.destroy();
    bus.shutdown(true);
  }
}
