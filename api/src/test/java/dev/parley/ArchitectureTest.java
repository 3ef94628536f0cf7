package dev.parley;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.queryhandling.QueryHandler;
import org.axonframework.spring.stereotype.Aggregate;

/** What the style guide says of layers and features, as far as the byte code tells. */
@AnalyzeClasses(packages = "dev.parley", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<String> WAITING =
            Set.of("block", "blockFirst", "blockLast", "blockOptional", "toIterable", "toStream");

    @ArchTest
    static final ArchRule dependenciesPointDown = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("api")
            .definedBy("dev.parley.api..")
            .layer("command side")
            .definedBy("dev.parley.command..")
            .layer("query side")
            .definedBy("dev.parley.query..")
            .layer("shared kernel")
            .definedBy("dev.parley.kernel..")
            .whereLayer("api")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("command side")
            .mayOnlyBeAccessedByLayers("api")
            .whereLayer("query side")
            .mayOnlyBeAccessedByLayers("api");

    @ArchTest
    static final ArchRule theKernelIsPlainJava = noClasses()
            .that()
            .resideInAPackage("dev.parley.kernel..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "dev.parley.kernel..",
                    "java..",
                    "com.fasterxml.jackson.annotation..",
                    "org.axonframework.serialization..");

    @ArchTest
    static final ArchRule theApiKnowsNoStore = noClasses()
            .that()
            .resideInAPackage("dev.parley.api..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "com.mongodb..", "org.bson..", "java.sql..", "javax.sql..", "org.springframework.jdbc..");

    @ArchTest
    static final ArchRule featuresOfTheCommandSideMeetInTheKernel = slices().matching("dev.parley.command.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(
                    alwaysTrue(),
                    resideInAnyPackage(
                            "dev.parley.command.log..", "dev.parley.command.node..", "dev.parley.command.vault.."));

    @ArchTest
    static final ArchRule featuresOfTheQuerySideMeetInTheKernel = slices().matching("dev.parley.query.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(alwaysTrue(), resideInAnyPackage("dev.parley.query.live..", "dev.parley.query.search.."));

    @ArchTest
    static final ArchRule packagesOfTheApiFormNoCycle =
            slices().matching("dev.parley.api.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule aggregatesAreNobodysBusiness =
            classes().that().areAnnotatedWith(Aggregate.class).should().bePackagePrivate();

    @ArchTest
    static final ArchRule handlersAreNobodysBusiness = methods()
            .that()
            .areAnnotatedWith(CommandHandler.class)
            .or()
            .areAnnotatedWith(EventHandler.class)
            .or()
            .areAnnotatedWith(QueryHandler.class)
            .should()
            .beDeclaredInClassesThat()
            .areNotPublic();

    @ArchTest
    static final ArchRule nothingWaitsOnAReactiveChain = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.parley.query.Writes")
            .should()
            .accessTargetWhere(waits());

    @ArchTest
    static final ArchRule nothingSleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    /** Who follows somebody, and how many do, is told to nobody. */
    @ArchTest
    static final ArchRule noAnswerTellsOfFollowers = noFields()
            .that()
            .areDeclaredInClassesThat(simpleNameEndingWith("View").or(resideInAPackage("dev.parley.api..")))
            .should()
            .haveNameMatching("(?i).*follower.*");

    private static DescribedPredicate<JavaAccess<?>> waits() {
        return DescribedPredicate.describe(
                "waits on a reactive chain",
                access -> access.getTargetOwner().getPackageName().startsWith("reactor.core.publisher")
                        && WAITING.contains(access.getTarget().getName()));
    }
}
