package org.mingfa.server.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.mingfa.server.cases.OpenCase;
import org.mingfa.server.cases.Rebuilding;
import org.mingfa.server.operation.database.PracticeMark;
import org.mingfa.server.record.CaseKey;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Loads the invented city into an empty database and says, on standard output, how far it is. */
@Component
@ConditionalOnBooleanProperty("mingfa.practice")
class DemoLoader implements ApplicationRunner {

    private final PracticeMark mark;
    private final CityLoader cities;
    private final StaffLoader staff;
    private final CaseWalker walker;
    private final DemoAccounts accounts;
    private final Rebuilding rebuilding;
    private final DemoRegisters registers;
    private final DemoGuidance guidance;
    private final DemoColleagues colleagues;

    DemoLoader(
            PracticeMark mark, CityLoader cities, StaffLoader staff, CaseWalker walker, DemoAccounts accounts, Rebuilding rebuilding, DemoRegisters registers,
            DemoGuidance guidance, DemoColleagues colleagues) {
        this.mark = mark;
        this.cities = cities;
        this.staff = staff;
        this.walker = walker;
        this.accounts = accounts;
        this.rebuilding = rebuilding;
        this.registers = registers;
        this.guidance = guidance;
        this.colleagues = colleagues;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (mark.begin()) {
            System.out.println("演示数据：建立云岭市的机关、人员和清单 …");
            City city = cities.load();
            staff.load(city);
            accounts.give(city);
            List<Script> scripts = Script.all();
            List<Enterprise> enterprises = Enterprise.all(CityData.read("city.yaml"));
            Map<String, OpenCase> named = new HashMap<>();
            int n = 0;
            @Nullable CaseKey running = null;
            for (Script s : scripts) {
                OpenCase open = walker.walk(s, city.agency(s.agency()), enterprises.get(s.party()), s.of() == null ? null : Objects.requireNonNull(named.get(s.of()), s.of()));
                guidance.tell(s, city.agency(s.agency()), open);
                if (s.name() != null) {
                    named.put(s.name(), open);
                }
                running = running == null && !open.head().ended() && s.agency().equals(DemoAccounts.HOME) ? open.id() : running;
                System.out.println("演示数据：案件 " + ++n + "/" + scripts.size() + " " + s.violation());
            }
            System.out.println("演示数据：清单、考试、岗位和装备 …");
            registers.load(city);
            rebuilding.day();
            colleagues.load(city.agency(DemoAccounts.HOME), Objects.requireNonNull(running, "the city has an open case at " + DemoAccounts.HOME));
            mark.loaded();
        }
        accounts.show();
    }
}
