// Stanford CoreNLP: tokens, sentences, tags, lemmas, names and dependencies.
// Protocol: see ../pipe_speed.c. usage: java -cp JARS CoreNlpPeer.java FILE
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

public class CoreNlpPeer {
    public static void main(String[] args) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("annotators", "tokenize,pos,lemma,ner,depparse");
        properties.setProperty("ner.applyFineGrained", "false");
        properties.setProperty("ner.useSUTime", "false");
        properties.setProperty("threads", "1");
        StanfordCoreNLP pipeline = new StanfordCoreNLP(properties);
        String[] documents = Files.readString(Path.of(args[0])).split("\u001e");
        long words = 0;
        for (String document : documents) words += document.trim().split("\\s+").length;
        System.out.println("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        while (input.readLine() != null) {
            long start = System.nanoTime();
            long tokens = 0;
            for (String document : documents) {
                CoreDocument annotated = new CoreDocument(document);
                pipeline.annotate(annotated);
                tokens += annotated.tokens().size();
            }
            System.out.println((System.nanoTime() - start) / 1e9 + " " + words + " " + tokens);
        }
    }
}
