// 以 .NET 的 SignedXml 呼叫一項服務並驗證回應 Calls a service with .NET's SignedXml and verifies the answer.
// usage: Call.exe VALUE [CONNECTION.CONF]      (default: connection.conf in this folder or up to three above)
// Build: .NET Framework, Mono: mcs -r:System.Security.dll Call.cs      (Debian: mono-mcs libmono-system-security4.0-cil)
//        .NET 6 and newer (not tried by us): a console project with the package System.Security.Cryptography.Xml
// Exit status: 0 rows came, 1 the hub refused, 2 usage, 3 the answer must not be believed, 4 connection.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

/// <summary>SignedXml knows only attributes named Id; WS-Security writes wsu:Id.</summary>
public sealed class WsuSignedXml : SignedXml
{
    public WsuSignedXml(XmlDocument document) : base(document) { }

    public override XmlElement GetIdElement(XmlDocument document, string id)
    {
        return Call.Parts(document).SingleOrDefault(part => part.GetAttribute("Id", Call.Wsu) == id);
    }
}

public static class Call
{
    public const string Oasis = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    public const string Wsu = Oasis + "wssecurity-utility-1.0.xsd";
    const string Wsse = Oasis + "wssecurity-secext-1.0.xsd";
    const string X509 = Oasis + "x509-token-profile-1.0#X509v3";
    const string Soap = "http://schemas.xmlsoap.org/soap/envelope/";
    const string Exchange = "urn:tw:gov:mocs:hub:exchange:1";
    const string RsaSha256 = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256";
    const string Sha256 = "http://www.w3.org/2001/04/xmlenc#sha256";

    sealed class Failure : Exception
    {
        public readonly int Status;

        public Failure(int status, string chinese, string english) : base(chinese + "\n" + english) { Status = status; }
    }

    public static int Main(string[] arguments)
    {
        Console.OutputEncoding = new UTF8Encoding(false);
        try
        {
            if (arguments.Length == 0) throw new Failure(2, "用法：Call.exe 值 [connection.conf]", "usage: Call.exe VALUE [CONNECTION.CONF]");
            Run(arguments[0], arguments.Length > 1 ? arguments[1] : FindConnection());
            return 0;
        }
        catch (Failure e)
        {
            Console.Error.WriteLine(e.Message);
            return e.Status;
        }
        catch (IOException e)
        {
            Console.Error.WriteLine("無法讀取檔案 A file cannot be read: " + e.Message);
            return 2;
        }
    }

    static void Run(string value, string file)
    {
        var conf = File.ReadAllLines(file)
            .Where(line => line.IndexOf('=') > 0 && !line.StartsWith("#"))
            .ToDictionary(line => line.Split('=')[0].Trim(), line => line.Substring(line.IndexOf('=') + 1).Trim());
        Func<string, string> beside = name => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file)), conf[name]);
        string requestId = Guid.NewGuid().ToString();
        XmlDocument request = Request(conf, requestId, value, Certificates(beside("certificate"))[0]);
        using (RSA key = PrivateKey(beside("key"))) Sign(request, key);
        var authorities = conf["tls-authorities"] == "" ? null : Certificates(beside("tls-authorities"));
        XmlDocument answer = Parse(Post(conf, authorities, request.OuterXml));
        XmlElement body = Verified(answer, Certificates(beside("hub-certificate"))[0]);
        Func<string, string> text = name =>
            body.GetElementsByTagName(name, Exchange).Cast<XmlNode>().Select(node => node.InnerText).FirstOrDefault();
        if (body.GetElementsByTagName("HubFault", Exchange).Count > 0)
            throw new Failure(1, "平臺拒絕 [" + text("code") + "] " + text("message"), "The hub refused [" + text("code") + "] " + text("messageEn"));
        if (text("requestId") != requestId) throw new Failure(3, "回應不是針對這次請求", "The answer is not for this request");
        var rows = body.GetElementsByTagName("row", Exchange).Cast<XmlElement>().ToList();
        Console.WriteLine("OK rows " + rows.Count);
        foreach (XmlElement row in rows)
            Console.WriteLine(string.Join(", ", row.ChildNodes.OfType<XmlElement>().Select(field => field.LocalName + "=" + field.InnerText)));
    }

    static string FindConnection()
    {
        for (string folder = AppDomain.CurrentDomain.BaseDirectory; folder != null; folder = Path.GetDirectoryName(folder))
        {
            string file = Path.Combine(folder, "connection.conf");
            if (File.Exists(file)) return file;
        }
        throw new Failure(2, "找不到 connection.conf", "There is no connection.conf");
    }

    static XmlDocument Parse(string xml)
    {
        // A DOCTYPE is refused, and whitespace stays: both matter to a signature.
        var document = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        try
        {
            using (var reader = XmlReader.Create(new StringReader(xml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null }))
                document.Load(reader);
            return document;
        }
        catch (XmlException e)
        {
            throw new Failure(4, "回應不是 XML：" + e.Message, "The answer is no XML: " + e.Message);
        }
    }

    static XmlDocument Request(IDictionary<string, string> conf, string requestId, string value, X509Certificate2 certificate)
    {
        Func<string, string> escaped = text => System.Security.SecurityElement.Escape(text);
        string time = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
        DateTime now = DateTime.UtcNow;
        var invariant = System.Globalization.CultureInfo.InvariantCulture;
        return Parse(
            "<soap:Envelope xmlns:soap=\"" + Soap + "\"><soap:Header>"
            + "<wsse:Security xmlns:wsse=\"" + Wsse + "\" xmlns:wsu=\"" + Wsu + "\" soap:mustUnderstand=\"1\">"
            + "<wsse:BinarySecurityToken wsu:Id=\"token\" EncodingType=\"" + Oasis + "soap-message-security-1.0#Base64Binary\" ValueType=\"" + X509 + "\">"
            + Convert.ToBase64String(certificate.RawData) + "</wsse:BinarySecurityToken>"
            + "<wsu:Timestamp wsu:Id=\"time\"><wsu:Created>" + now.ToString(time, invariant) + "</wsu:Created>"
            + "<wsu:Expires>" + now.AddMinutes(5).ToString(time, invariant) + "</wsu:Expires></wsu:Timestamp>"
            + "</wsse:Security></soap:Header>"
            + "<soap:Body xmlns:wsu=\"" + Wsu + "\" wsu:Id=\"body\"><" + conf["service"] + "Request xmlns=\"" + Exchange + "\">"
            + "<requestId>" + requestId + "</requestId><applicationNo>" + escaped(conf["application"]) + "</applicationNo>"
            + "<purpose>" + escaped(conf["purpose"]) + "</purpose>"
            + "<criteria><" + conf["criterion"] + "><value>" + escaped(value) + "</value></" + conf["criterion"] + "></criteria>"
            + "</" + conf["service"] + "Request></soap:Body></soap:Envelope>");
    }

    static void Sign(XmlDocument document, RSA key)
    {
        var signed = new WsuSignedXml(document) { SigningKey = key };
        signed.SignedInfo.CanonicalizationMethod = SignedXml.XmlDsigExcC14NTransformUrl;
        signed.SignedInfo.SignatureMethod = RsaSha256;
        foreach (string id in new[] { "body", "time" })
        {
            var reference = new Reference("#" + id) { DigestMethod = Sha256 };
            reference.AddTransform(new XmlDsigExcC14NTransform());
            signed.AddReference(reference);
        }
        XmlElement token = document.CreateElement("wsse", "SecurityTokenReference", Wsse);
        XmlElement direct = document.CreateElement("wsse", "Reference", Wsse);
        direct.SetAttribute("URI", "#token");
        direct.SetAttribute("ValueType", X509);
        token.AppendChild(direct);
        signed.KeyInfo = new KeyInfo();
        signed.KeyInfo.AddClause(new KeyInfoNode(token));
        signed.ComputeSignature();
        document.GetElementsByTagName("Security", Wsse)[0].AppendChild(document.ImportNode(signed.GetXml(), true));
    }

    /// <summary>What a signature may name: the Body and the Timestamp, each where it belongs.</summary>
    public static IEnumerable<XmlElement> Parts(XmlDocument document)
    {
        var names = new XmlNamespaceManager(document.NameTable);
        names.AddNamespace("s", Soap);
        names.AddNamespace("w", Wsse);
        names.AddNamespace("u", Wsu);
        return document.SelectNodes("/s:Envelope/s:Body | /s:Envelope/s:Header/w:Security/u:Timestamp", names).Cast<XmlElement>();
    }

    /// <summary>The Body, once the hub's signature over exactly it and the Timestamp holds.</summary>
    static XmlElement Verified(XmlDocument answer, X509Certificate2 hub)
    {
        XmlNodeList signatures = answer.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl);
        if (signatures.Count != 1) throw Distrust(answer, signatures.Count + " signatures");
        var signed = new WsuSignedXml(answer);
        signed.LoadXml((XmlElement)signatures[0]);
        if (signed.SignedInfo.SignatureMethod != RsaSha256) throw Distrust(answer, signed.SignedInfo.SignatureMethod);
        List<XmlElement> parts = Parts(answer).ToList();
        var wanted = parts.Select(part => "#" + part.GetAttribute("Id", Wsu)).OrderBy(id => id, StringComparer.Ordinal);
        var named = signed.SignedInfo.References.Cast<Reference>().ToList();
        if (parts.Count != 2 || !wanted.SequenceEqual(named.Select(one => one.Uri).OrderBy(id => id, StringComparer.Ordinal)))
            throw Distrust(answer, "not Body and Timestamp are signed");
        if (named.Any(one => one.DigestMethod != Sha256 || one.TransformChain.Count != 1 || !(one.TransformChain[0] is XmlDsigExcC14NTransform)))
            throw Distrust(answer, "another transform or digest");
        // The given certificate; never the one that the message carries.
        if (!signed.CheckSignature(hub.GetRSAPublicKey())) throw Distrust(answer, "it does not hold");
        return parts.Single(part => part.LocalName == "Body");
    }

    static Failure Distrust(XmlDocument answer, string why)
    {
        XmlNode code = answer.GetElementsByTagName("code", Exchange).Cast<XmlNode>().FirstOrDefault();
        string unverified = code == null ? "-" : code.InnerText;
        string chinese = "回應的簽章驗證失敗，不可採信（" + why + "；未驗證的代碼 " + unverified + "）";
        string english = "The answer's signature does not verify, it cannot be believed (" + why + "; unverified code " + unverified + ")";
        // The hub does not sign for a caller whose message it cannot verify, as one of another time.
        return unverified == "HUB-2007" || unverified == "HUB-2008"
            ? new Failure(
                3,
                "這台主機的時間可能不對：請先以 NTP 校時，再執行 hub-client check。" + chinese,
                "The clock of this machine may be wrong: set it by NTP first, then run hub-client check. " + english)
            : new Failure(
                3,
                chinese + "；請核對 hub-certificate，並以 hub-client check 查看原因",
                english + "; check hub-certificate, and see by hub-client check what it is");
    }

    static string Post(IDictionary<string, string> conf, List<X509Certificate2> authorities, string message)
    {
        ServicePointManager.SecurityProtocol = SecurityProtocolType.Tls12;
        var request = (HttpWebRequest)WebRequest.Create(conf["endpoint"]);
        request.Method = "POST";
        request.ContentType = "text/xml; charset=utf-8";
        request.Headers["SOAPAction"] = "\"" + Exchange + ":" + conf["service"] + "\"";
        request.Timeout = 60000;
        request.ServicePoint.Expect100Continue = false;
        if (authorities != null) request.ServerCertificateValidationCallback = (sender, certificate, chain, errors) => IsTrusted(certificate, chain, errors, authorities);
        try
        {
            byte[] bytes = new UTF8Encoding(false).GetBytes(message);
            using (Stream stream = request.GetRequestStream()) stream.Write(bytes, 0, bytes.Length);
            using (WebResponse response = request.GetResponse()) return Text(response);
        }
        catch (WebException e)
        {
            // A fault comes with status 500.
            if (e.Response != null) return Text(e.Response);
            throw new Failure(4, "無法連線：" + e.Message, "No connection: " + e.Message);
        }
    }

    static string Text(WebResponse response)
    {
        using (var reader = new StreamReader(response.GetResponseStream(), new UTF8Encoding(false))) return reader.ReadToEnd();
    }

    /// <summary>A path to one of the module's roots, for this host name and time.</summary>
    static bool IsTrusted(X509Certificate certificate, X509Chain sent, SslPolicyErrors errors, List<X509Certificate2> authorities)
    {
        if ((errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != SslPolicyErrors.None) return false;
        var leaf = new X509Certificate2(certificate);
        using (var chain = new X509Chain())
        {
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            // The root is none of this machine's: it is compared below.
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
            foreach (X509Certificate2 one in authorities) chain.ChainPolicy.ExtraStore.Add(one);
            foreach (X509ChainElement one in sent.ChainElements) chain.ChainPolicy.ExtraStore.Add(one.Certificate);
            if (!chain.Build(leaf)) return false;
            X509Certificate2 root = chain.ChainElements[chain.ChainElements.Count - 1].Certificate;
            return authorities.Any(one => one.RawData.SequenceEqual(root.RawData));
        }
    }

    static IEnumerable<byte[]> Pem(string file, string label)
    {
        return Regex.Matches(File.ReadAllText(file), "-----BEGIN " + label + "-----([^-]+)-----END").Cast<Match>()
            .Select(match => Convert.FromBase64String(Regex.Replace(match.Groups[1].Value, "\\s", "")));
    }

    static List<X509Certificate2> Certificates(string file)
    {
        return Pem(file, "CERTIFICATE").Select(der => new X509Certificate2(der)).ToList();
    }

    /// <summary>An RSA key as PKCS#8 (RFC 5208); newer .NET has RSA.ImportFromPem, older has nothing.</summary>
    static RSA PrivateKey(string file)
    {
        byte[] der = Pem(file, "PRIVATE KEY").FirstOrDefault();
        if (der == null) throw new Failure(2, "私鑰須為未加密的 PKCS#8 PEM", "The private key must be PKCS#8 PEM, not encrypted");
        var outer = new BinaryReader(new MemoryStream(der));
        Enter(outer, 0x30);
        Skip(outer, 0x02);
        Skip(outer, 0x30);
        Enter(outer, 0x04);
        Enter(outer, 0x30);
        Skip(outer, 0x02);
        byte[] modulus = Number(outer, 0), exponent = Number(outer, 0);
        int half = modulus.Length / 2;
        var key = RSA.Create();
        key.ImportParameters(new RSAParameters
        {
            Modulus = modulus, Exponent = exponent, D = Number(outer, modulus.Length),
            P = Number(outer, half), Q = Number(outer, half), DP = Number(outer, half), DQ = Number(outer, half), InverseQ = Number(outer, half),
        });
        return key;
    }

    static int Enter(BinaryReader reader, byte tag)
    {
        if (reader.ReadByte() != tag) throw new Failure(2, "私鑰不是 RSA 的 PKCS#8", "The private key is no RSA key in PKCS#8");
        int length = reader.ReadByte();
        if (length < 0x80) return length;
        int bytes = length & 0x7f;
        for (length = 0; bytes > 0; bytes--) length = (length << 8) | reader.ReadByte();
        return length;
    }

    static byte[] Skip(BinaryReader reader, byte tag)
    {
        return reader.ReadBytes(Enter(reader, tag));
    }

    static byte[] Number(BinaryReader reader, int size)
    {
        byte[] number = Skip(reader, 0x02).SkipWhile(digit => digit == 0).ToArray();
        return Enumerable.Repeat((byte)0, Math.Max(0, size - number.Length)).Concat(number).ToArray();
    }
}
